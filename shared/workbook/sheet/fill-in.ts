import { EDGED, style, UNDERLINED } from './styles.ts';

/** The quiet yellow of what a person fills in. */
const fill = 'FFF8D6';

/** The cells of a sheet that a person fills in, or may change. */
export const FILL_IN = {
  approval: style({ border: EDGED, fill, align: 'center', bold: true, unlocked: true }),
  /** A price that is typed, since the provider tells none. */
  price: style({
    border: EDGED,
    fill,
    align: 'right',
    indent: 1,
    bold: true,
    format: '#,##0.00',
    unlocked: true,
  }),
  note: style({ border: UNDERLINED, fill, wrap: true, unlocked: true }),
  duration: style({ border: UNDERLINED, fill, unlocked: true }),
} as const;

import { PAGE_COLOURS } from './palette.ts';
import { outcomeStyles, style, UNDERLINED } from './styles.ts';

const border = UNDERLINED;
const { heading, link, muted, navy, tint } = PAGE_COLOURS;

/** Widths of the Summary sheet's columns: a margin, figures, and room for sentences. */
export const SUMMARY_WIDTHS = [2, 23, 17, 19, 19, 19, 17, 36] as const;
/** The first and the last column that are written to. */
export const FIRST = 2;
export const LAST = 8;

/** The styles of the Summary sheet, by what they are for. */
export const SUMMARY = {
  title: style({ size: 20, bold: true, ink: navy, middle: true }),
  subtitle: style({ size: 12, ink: muted, middle: true, wrap: true }),
  section: style({
    size: 13,
    bold: true,
    ink: navy,
    middle: true,
    border: { bottom: { style: 'medium', color: { argb: `FF${navy}` } } },
  }),
  blank: style({ fill: tint }),
  label: style({ ink: muted, middle: true }),
  fact: style({ middle: true, wrap: true, align: 'left' }),
  moment: style({ middle: true, align: 'left', format: 'yyyy-mm-dd hh:mm:ss' }),
  cardLabel: style({ size: 10, ink: muted, fill: tint, middle: true, indent: 1 }),
  head: style({ bold: true, fill: heading, border, middle: true, wrap: true, indent: 1 }),
  headRight: style({ bold: true, fill: heading, border, middle: true, align: 'right', indent: 1 }),
  text: style({ border, middle: true, wrap: true, indent: 1 }),
  machine: style({ mono: true, size: 10, border, middle: true, wrap: true, indent: 1 }),
  when: style({
    border,
    middle: true,
    align: 'left',
    indent: 1,
    format: 'yyyy-mm-dd hh:mm:ss',
  }),
  count: style({ border, middle: true, align: 'right', indent: 1, format: '#,##0' }),
  countLink: style({
    border,
    middle: true,
    align: 'right',
    indent: 1,
    format: '#,##0',
    ink: link,
    underline: true,
  }),
  note: style({ size: 10, ink: muted, middle: true, wrap: true }),
  meaning: style({ size: 10, ink: muted, border, middle: true, wrap: true, indent: 1 }),
  link: style({ border, middle: true, indent: 1, ink: link, underline: true }),
  totalText: style({ bold: true, fill: tint, border, middle: true, indent: 1 }),
  totalCount: style({
    bold: true,
    fill: tint,
    border,
    middle: true,
    align: 'right',
    indent: 1,
    format: '#,##0',
  }),
} as const;

/** The parts from which amounts on the Summary sheet are styled. */
export const SUMMARY_MONEY = {
  card: { bold: true, ink: navy, fill: tint, middle: true, align: 'left', indent: 1 },
  missing: {
    bold: true,
    ink: '8A2A0D',
    fill: 'FBDCD2',
    middle: true,
    align: 'left',
    indent: 1,
  },
  line: { border, middle: true, indent: 1 },
  total: { bold: true, fill: tint, border, middle: true, indent: 1 },
} as const;

/** The coloured cells with the outcomes' words. */
export const SUMMARY_OUTCOMES = outcomeStyles(UNDERLINED, true);

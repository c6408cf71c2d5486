import { MODE_WORDS, STATUS_WORDS } from '../../phrases/survey-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { SurveyedResource } from '../../survey/survey.ts';
import { daysLeft, type Urgency, urgencyOf } from './totals.ts';
import type { SheetCell, SheetStyle } from '../sheet/cell.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { TONES } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';

/** A column of an exported sheet, about resources in one way or another. */
export type ResourceColumn<Row> = Omit<SheetColumn<Row>, 'origin'>;

const border = UNDERLINED;
const TEXT = style({ border });
const WRAPPED = style({ border, wrap: true });
const DATE = style({ border, format: TIME_FORMAT, align: 'left' });

/** Texts in wider columns are wrapped. */
const WIDE = 20;

/** A column of text; nothing and empty text are left blank. */
export function resourceText<Row>(
  heading: string,
  width: number,
  of: (row: Row) => string | null,
): ResourceColumn<Row> {
  const look = width > WIDE ? WRAPPED : TEXT;
  return {
    heading,
    width,
    cell: (row) => {
      const value = of(row);
      return { value: value === '' ? null : value, style: look };
    },
  };
}

/** Expiry dates as real date cells, on the clock of `zone`, which the heading names. */
export function expiryColumn(
  zone: string,
  language: Language,
): ResourceColumn<Pick<SurveyedResource, 'expiry'>> {
  return {
    heading: tell(HEADINGS.expires, language, { zone }),
    width: 21,
    cell: ({ expiry }) => ({
      value: expiry === null ? null : instantDate(expiry, zone),
      style: DATE,
    }),
  };
}

/** What a resource is of: the service's name where the provider tells it. */
export function serviceOf({
  serviceName,
  serviceCode,
}: Pick<SurveyedResource, 'serviceName' | 'serviceCode'>): string | null {
  return serviceName ?? serviceCode;
}

/** How the provider calls its life. */
export function statusColumn(language: Language): ResourceColumn<Pick<SurveyedResource, 'status'>> {
  return resourceText(HEADINGS.status[language], 10, ({ status }) =>
    status === null ? null : STATUS_WORDS[status][language],
  );
}

/** What happens at its expiry. */
export function modeColumn(language: Language): ResourceColumn<Pick<SurveyedResource, 'mode'>> {
  return resourceText(HEADINGS.mode[language], 15, ({ mode }) =>
    mode === null ? null : MODE_WORDS[mode][language],
  );
}

function daysStyle(parts: { fill?: string; ink?: string; bold?: boolean }): SheetStyle {
  return style({ border, align: 'right', indent: 1, format: '0', ...parts });
}

const DAYS: Readonly<Record<Urgency, SheetStyle>> = {
  expired: daysStyle({ ...TONES.bad, bold: true }),
  'within 7 days': daysStyle({ ...TONES.bad }),
  'within 15 days': daysStyle({ ...TONES.warning }),
  later: daysStyle({}),
};

/** Cells with the days that are left, red or yellow the fewer they are. */
export function daysLeftCell(asked: {
  readonly askedAt: number;
  readonly zone: string;
}): (row: Pick<SurveyedResource, 'expiry'>) => SheetCell {
  return ({ expiry }) => {
    const days = daysLeft(expiry, asked);
    return { value: days, style: DAYS[urgencyOf(days)] };
  };
}

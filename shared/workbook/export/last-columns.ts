import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import { termWords } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Survey, SurveyRow } from '../../survey/survey.ts';
import { compare, minus, zero } from '../../values/money.ts';
import { type Term, termMonths } from '../../values/term.ts';
import { wallTime } from '../../values/wall-time.ts';
import type { SheetCell } from '../sheet/cell.ts';
import type { ResourceColumn } from './columns.ts';
import { DAY_FORMAT, wallDate } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';

const border = UNDERLINED;
const DAY = style({ border, format: DAY_FORMAT, align: 'left', indent: 1 });
const CHANGE = style({ border, indent: 1, align: 'right', format: '[Red]+0.0%;-0.0%;0.0%' });

/**
 * By how much today's price differs from the last one, as a part of that; null where the two are not
 * for the same term and in the same currency, or one is not known.
 */
export function changeSince({ price, term, last }: SurveyRow): number | null {
  const before = last?.paid ?? null;
  if (price.kind !== 'priced' || last === undefined || before === null) return null;
  const { price: now } = price;
  if (now.currency !== before.currency || termMonths(term) !== termMonths(last.term)) return null;
  if (compare(before, zero(before.currency)) <= 0) return null;
  return Number(minus(now, before).amount) / Number(before.amount);
}

/** Amounts of whatever terms: each says behind the number what it was for. */
function priceCells(survey: Survey, language: Language): (row: SurveyRow) => SheetCell {
  const byTerm = new Map<string, ReturnType<typeof moneyCells>>();
  const cellsFor = (term: Term): ReturnType<typeof moneyCells> => {
    const words = termWords(term, language);
    const cells =
      byTerm.get(words) ??
      moneyCells({ border, indent: 1 }, survey.currency, 'as a number', ` / ${words}`);
    byTerm.set(words, cells);
    return cells;
  };
  return ({ last, term }) => cellsFor(last?.term ?? term)(last?.paid ?? null);
}

/**
 * When a resource was renewed last, what was paid for it then and for how long, and by how much it is
 * dearer now. Left out where nobody has looked.
 */
export function lastColumns(
  survey: Survey,
  language: Language,
): readonly ResourceColumn<SurveyRow>[] {
  const { rows, zone, currency, lastRenewals } = survey;
  if (lastRenewals === undefined) return [];
  const since: ResourceColumn<SurveyRow> = {
    heading: HEADINGS.sinceThen[language],
    width: 12,
    align: 'right',
    cell: (row) => ({ value: changeSince(row), style: CHANGE }),
  };
  return [
    {
      heading: HEADINGS.lastRenewed[language],
      width: 13,
      cell: ({ last }) => ({
        value: last === undefined ? null : wallDate(wallTime(last.at, zone).day, null),
        style: DAY,
      }),
    },
    {
      heading: tell(HEADINGS.lastPrice, language, { currency }),
      width: 22,
      align: 'right',
      cell: priceCells(survey, language),
    },
    ...(rows.some((row) => changeSince(row) !== null) ? [since] : []),
  ];
}

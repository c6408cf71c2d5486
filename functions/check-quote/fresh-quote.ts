import { tell } from '../../shared/phrases/phrase.ts';
import { TITLES } from '../../shared/phrases/survey-phrases.ts';
import type { Language } from '../../shared/reasons/entry.ts';
import { type Account, languageOf } from '../../shared/settings/account.ts';
import type { CheckedRow } from '../../shared/check/check.ts';
import { compare, exceeds, minus, type Money, zero } from '../../shared/values/money.ts';
import type { Quote, QuoteRow } from '../../shared/jobs/quote.ts';
import { say } from '../../shared/reasons/say.ts';
import type { AgainRow } from '../../shared/workbook/again/again-row.ts';
import type { FreshQuote } from '../../shared/workbook/again/write-repriced.ts';
import { languageOfHeadings } from '../../shared/workbook/read/quote-language.ts';
import { knownNames } from '../../shared/workbook/read/heading-key.ts';
import {
  NO_FILTER,
  type Survey,
  type SurveyPrice,
  type SurveyRow,
} from '../../shared/survey/survey.ts';

/** What a fresh quote is made from. */
export interface FreshQuoteInput {
  readonly id: string;
  readonly file: string;
  readonly account: Account;
  readonly quote: Quote;
  readonly checked: ReadonlyMap<number, CheckedRow>;
  readonly askedAt: number;
  readonly pricedAt: number;
  readonly balance: Money | null;
}

function discountOf(list: Money | null, price: Money): Money | null {
  if (list === null) return null;
  return exceeds(list, price) ? minus(list, price) : zero(price.currency);
}

/** Today's price, or why there is none; null for a row that no fresh quote should offer. */
function priceOf({ obstacle, price, list }: CheckedRow, language: Language): SurveyPrice | null {
  const open = obstacle === null || obstacle.outcome === 'held: price changed';
  if (open && price !== null) {
    return { kind: 'priced', list, price, discount: discountOf(list, price) };
  }
  const forbidden = obstacle?.reason.id === 'price-not-told';
  if (open && !forbidden) return { kind: 'not told' };
  if (obstacle === null || (obstacle.outcome !== 'not renewable' && !forbidden)) return null;
  const { code, reason } = obstacle;
  return { kind: 'not renewable', code: code ?? '', ...say(reason, language) };
}

function surveyRow(
  row: QuoteRow,
  checked: CheckedRow | undefined,
  language: Language,
): SurveyRow | null {
  if (checked === undefined || checked.resource === null || row.term === null) return null;
  const price = priceOf(checked, language);
  return price === null ? null : { ...checked.resource, term: row.term, price };
}

/** Whether the file says another price than today's, or none. */
function isStale({ approved }: QuoteRow, { price }: SurveyRow): boolean {
  if (price.kind !== 'priced') return false;
  return approved === null || compare(approved, price.price) !== 0;
}

/** The rows that the file says yes to; all of them where it says yes to none, as before an approval. */
function wanted(quoted: readonly QuoteRow[]): readonly QuoteRow[] {
  const some = quoted.filter(({ verdict }) => verdict?.outcome !== 'not approved');
  return some.some(({ verdict }) => verdict === null) ? some : quoted;
}

function bySoonest(a: SurveyRow, b: SurveyRow): number {
  return (a.expiry ?? Infinity) - (b.expiry ?? Infinity);
}

/** A row of the file with what it costs today. */
interface Pair {
  readonly row: QuoteRow;
  readonly fresh: SurveyRow;
  readonly isStale: boolean;
}

function againRow({ row, fresh, isStale: stale }: Pair): readonly AgainRow[] {
  const { price } = fresh;
  if (price.kind === 'not renewable') return [];
  const now = stale && price.kind === 'priced' ? price.price : null;
  return [{ row, price: now, approved: row.verdict === null && !stale }];
}

/**
 * The rows of a file that are wanted, at today's prices for their terms: those whose price has changed
 * first and without their approval, which the others keep. Null where every price in the file is still
 * today's: then the file itself will do.
 */
export function freshQuote(input: FreshQuoteInput): FreshQuote | null {
  const { id, file, account, quote, checked, askedAt, pricedAt, balance } = input;
  const language = languageOf(account, languageOfHeadings(quote.columns));
  const pairs = wanted(quote.rows)
    .flatMap((row): readonly Pair[] => {
      const fresh = surveyRow(row, checked.get(row.position), language);
      return fresh === null ? [] : [{ row, fresh, isStale: isStale(row, fresh) }];
    })
    .toSorted((a, b) => Number(b.isStale) - Number(a.isStale) || bySoonest(a.fresh, b.fresh));
  if (!pairs.some((pair) => pair.isStale)) return null;
  const rows = pairs.map(({ fresh }) => fresh);
  const { currency, expiryZone: zone } = account;
  const survey: Survey = {
    id,
    question: {
      account: account.name,
      what: 'repriced',
      title: tell(TITLES.repriced, language, { file }),
      filter: { ...NO_FILTER, ids: rows.map(({ resourceId }) => resourceId) },
      term: rows[0]?.term ?? { unit: 'month', count: 1 },
    },
    askedAt,
    pricedAt,
    currency,
    zone,
    rows,
    leftOut: [],
    balance,
    rowsPerFile: Math.max(1, rows.length),
  };
  const known = knownNames(account.headings);
  return {
    survey,
    again: {
      headings: quote.columns,
      rows: pairs.flatMap(againRow),
      known,
      currency,
      zone,
      language,
    },
    approvedBy: quote.approvedBy,
    reference: quote.reference,
  };
}

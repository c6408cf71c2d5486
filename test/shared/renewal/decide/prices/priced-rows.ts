import type { Context } from '../../../../../shared/renewal/decide/context.ts';
import type { Decision, Draft } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts, PriceLook } from '../../../../../shared/renewal/decide/facts.ts';
import { decidePrices } from '../../../../../shared/renewal/decide/prices.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import { asked, contextOf, decided, looks, priced } from '../../../../support/facts-sample.ts';

/** Of which rows is decided. */
interface Rows {
  /** Those that the look has settled just now. */
  readonly settled?: readonly number[];
  /** All that are left out; those, unless given. */
  readonly out?: readonly number[];
  /** The look is under way. */
  readonly open?: boolean;
}

/** Rows 0 and 1, asked for in one call. */
export function together(tick: number, answered: number) {
  return { ...asked(tick), company: [0, 1], answered };
}

/** What is decided of all rows of the journal, of which the look has settled some. */
export function decisionOf(
  journal: Journal,
  prices: Readonly<Record<number, PriceLook>>,
  more: Partial<Facts> & Rows = {},
  context: Partial<Context> = {},
): Decision {
  const { settled = [], out = settled, open = false, ...facts } = more;
  const all = journal.rows.map((_, index) => index);
  const known = {
    rung: 100,
    rows: looks(open ? [] : all),
    prices: new Map(Object.entries(prices).map(([row, look]) => [Number(row), look])),
    ...facts,
  };
  const rows = all.filter((row) => !out.includes(row));
  return decided(
    (given, draft: Draft) => decidePrices(given, draft, rows, settled),
    contextOf(journal, known, context),
  );
}

/** The rows of each renew call. */
export function ordered({ calls }: Decision): (readonly number[])[] {
  return calls.flatMap((call) => (call.kind === 'renew' ? [call.part.rows] : []));
}

/** Row 0 at a price of its own. */
export function own(amount: string) {
  return { 0: priced(amount, { alone: true }) };
}

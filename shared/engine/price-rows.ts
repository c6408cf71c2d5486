import { withOutcomes, withRows } from '../renewal/journal-view.ts';
import type { Money } from '../values/money.ts';
import type { RowOutcome } from '../renewal/outcome.ts';
import type { PriceReading } from '../ports/provider.ts';
import { type ChunkWork, idKey, rowsAt, type Stop } from './chunk-work.ts';
import { judgePrice, looksDear } from './judge-price.ts';
import type { Looked } from './look-at-rows.ts';
import { mayBeOurs } from './park-locked.ts';
import { isLocked, priceReadings, type Prices } from './price-readings.ts';

/** Rows whose price is within what was approved: to be ordered. */
export interface Priced {
  readonly kind: 'priced';
  readonly rows: readonly number[];
  /** Rows that an order locks which may be of our own making: to be looked for. */
  readonly locked: readonly number[];
}

/**
 * Prices rows before anything is ordered. The price call creates nothing and names what cannot be
 * renewed. A row is held only on its own price: one that looks too dear among others, where its
 * price is scaled from a total, is asked for alone first (money rule 3).
 */
export async function priceRows(
  work: ChunkWork,
  { rows: indexes, missing }: Pick<Looked, 'rows' | 'missing'>,
): Promise<Priced | Stop> {
  const { keeper, account } = work;
  const priceOf = (index: number, prices: Prices): PriceReading | undefined =>
    prices.get(idKey(keeper.current.rows[index]!.resourceId));
  const together = indexes.filter((index) => !keeper.current.rows[index]!.priceAlone);
  const first = await askPrices(work, together, false);
  if ('kind' in first) return first;
  const dear = together.filter((index) =>
    looksDear(keeper.current.rows[index]!, priceOf(index, first), account),
  );
  const alone = await askPrices(
    work,
    [...dear, ...indexes.filter((i) => !together.includes(i))],
    true,
  );
  if ('kind' in alone) return alone;
  const prices = new Map([...first, ...alone]);
  const outcomes = new Map<number, RowOutcome>();
  const priced = new Map<number, { price: Money; list: Money | null }>();
  const locked: number[] = [];
  const busy: number[] = [];
  for (const index of indexes) {
    const reading = priceOf(index, prices);
    if (isLocked(reading) && mayBeOurs(keeper.current, index)) {
      locked.push(index);
      continue;
    }
    if (isBusy(reading) && keeper.current.rows[index]!.busySince === undefined) {
      busy.push(index);
      continue;
    }
    const outcome = judgePrice(keeper.current.rows[index]!, reading, {
      account,
      term: keeper.current.term,
      missing: missing.has(index),
    });
    if (outcome !== null) outcomes.set(index, outcome);
    else if (reading?.kind === 'priced') priced.set(index, reading);
  }
  if (outcomes.size > 0) {
    await keeper.record((journal) => withOutcomes(journal, outcomes));
  }
  if (busy.length > 0) {
    const busySince = work.clock();
    await keeper.record((journal) => withRows(journal, busy, (row) => ({ ...row, busySince })));
  }
  if (priced.size > 0) notePrices(work, priced);
  return { kind: 'priced', rows: [...priced.keys()], locked };
}

/** A row called busy is asked for once more later, and only then given up. */
function isBusy(reading: PriceReading | undefined): boolean {
  return reading?.kind === 'failed' && reading.refusal.remedy === 'later';
}

async function askPrices(
  work: ChunkWork,
  indexes: readonly number[],
  alone: boolean,
): Promise<Prices | Stop> {
  if (indexes.length === 0) return new Map();
  const { keeper, provider } = work;
  const ids = rowsAt(keeper.current, indexes).map(({ resourceId }) => resourceId);
  const answer = await provider.resources.prices(ids, keeper.current.term, { alone });
  return priceReadings(answer);
}

/** Prices become durable with the intents that follow; nothing is decided by them after a crash. */
function notePrices(
  work: ChunkWork,
  priced: ReadonlyMap<number, { price: Money; list: Money | null }>,
): void {
  work.keeper.note((journal) =>
    withRows(journal, priced.keys(), (row, index) => {
      const { price, list } = priced.get(index)!;
      return { ...row, price, list };
    }),
  );
}

import type { Money } from '../../values/money.ts';
import { apply } from '../apply.ts';
import { dueRow } from '../rules/due-rows.ts';
import { isBusy, isLocked, judgePrice, looksDear } from '../rules/judge-price.ts';
import { formParts, learntSize } from '../rules/ladder.ts';
import { mayBeJustCancelled, mayBeOurs } from '../rules/locked-rows.ts';
import type { RowOutcome } from '../outcome.ts';
import { isPricedAlone } from '../states/row-state.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { type Facts, type PriceLook, sinceRow } from './facts.ts';

/** How far the look at the rows is: under way, or done with these rows settled by it. */
type Stage =
  { readonly look: 'open' } | { readonly look: 'done'; readonly settled: readonly number[] };

/**
 * Prices rows before anything is ordered. The price call creates nothing and names what cannot be
 * renewed. A row is held only on its own price: one that looks too dear among others, where its
 * price is scaled from a total, is asked for alone first (money rule 3). What is within its approval
 * is ordered.
 */
export function decidePrices(
  context: Context,
  draft: Draft,
  rows: readonly number[],
  stage: Stage,
): void {
  const { journal, facts, policy } = context;
  const out = new Set(stage.look === 'open' ? [] : stage.settled);
  const priceOf = (row: number): PriceLook | undefined => {
    const look = facts.prices.get(row);
    const holds = sinceRow(facts, look, row) && (look!.alone || !isSpoilt(facts, look!, out));
    return holds ? look : undefined;
  };
  const alone = rows.filter((row) => isPricedAlone(journal.rows[row]!));
  const together = rows.filter((row) => !alone.includes(row));
  const dear = together.filter((row) => {
    const look = priceOf(row);
    return look !== undefined && looksDear(journal.rows[row]!, look.reading, policy);
  });
  const missing = together.filter((row) => priceOf(row) === undefined);
  const missingAlone = [...dear, ...alone].filter((row) => priceOf(row)?.alone !== true);
  if (missing.length > 0) draft.ask({ kind: 'prices', rows: missing, alone: false });
  if (missingAlone.length > 0) draft.ask({ kind: 'prices', rows: missingAlone, alone: true });
  if (stage.look === 'open' || missing.length > 0 || missingAlone.length > 0) return;
  if (['prices', 'prices alone'].some((name) => facts.underWay.has(name))) return;
  judgePrices(context, draft, new Map(rows.map((row) => [row, priceOf(row)!])));
}

/**
 * Whether prices were scaled together with rows that the look has settled, now or while they were
 * asked for: then they are not the other rows' own.
 */
function isSpoilt(facts: Facts, look: PriceLook, out: ReadonlySet<number>): boolean {
  return look.company.some((row) => {
    const settled = facts.changed.get(`row ${row}`) ?? 0;
    return out.has(row) || (settled > look.tick && settled < look.answered);
  });
}

function judgePrices(context: Context, draft: Draft, looks: ReadonlyMap<number, PriceLook>): void {
  const { journal, facts, policy, now } = context;
  const outcomes = new Map<number, RowOutcome>();
  const priced = new Map<number, { price: Money; list: Money | null }>();
  const locked: number[] = [];
  const busy: number[] = [];
  for (const [index, { reading }] of looks) {
    const row = journal.rows[index]!;
    if (isLocked(reading) && mayBeOurs(journal, index)) {
      locked.push(index);
      continue;
    }
    if (isLocked(reading) && mayBeJustCancelled(journal, index, now)) {
      draft.wait(now + BACK_OFF_MS);
      continue;
    }
    if (isBusy(reading) && row.pricing.kind !== 'busy') {
      busy.push(index);
      continue;
    }
    const missing = facts.rows.get(index)?.kind !== 'shown';
    const outcome = judgePrice(row, reading, { policy, term: journal.term, missing });
    if (outcome !== null) outcomes.set(index, outcome);
    else if (reading?.kind === 'priced') priced.set(index, reading);
  }
  const due = [...priced.keys()].filter((index) => {
    const verdict = dueRow(journal, index, now);
    if (verdict.kind === 'settle') outcomes.set(index, verdict.outcome);
    if (verdict.kind === 'wait') draft.wait(verdict.until);
    if (verdict.kind === 'seek') locked.push(index);
    return verdict.kind === 'order';
  });
  if (outcomes.size > 0) draft.record({ kind: 'rows settled', outcomes });
  if (busy.length > 0) draft.record({ kind: 'rows busy', rows: busy, at: now });
  if (locked.length > 0) draft.record({ kind: 'orders sought', rows: locked });
  if (due.length > 0) order(context, draft, due, priced);
}

function order(
  { journal, facts, traits }: Context,
  draft: Draft,
  due: readonly number[],
  prices: ReadonlyMap<number, { price: Money; list: Money | null }>,
): void {
  if (facts.rung === null) return;
  const priced = apply(journal, { kind: 'rows priced', prices });
  for (const part of formParts(priced, due, facts.rung, traits.callSizes)) {
    const own = new Map(part.rows.map((row) => [row, prices.get(row)!]));
    draft.call({ kind: 'renew', part, prices: own });
  }
}

/** Remembers the size of calls that the account takes, once the journal shows it (money rule 6). */
export function learnSize({ journal, facts, traits }: Context, draft: Draft): void {
  const size = facts.rung === null ? null : learntSize(journal, traits.callSizes);
  if (size !== null && facts.rung! > size) draft.call({ kind: 'learn size', size });
}

import type { Money } from '../../values/money.ts';
import { apply } from '../apply.ts';
import { dueRow } from '../rules/due-rows.ts';
import { formParts, learntSize } from '../rules/ladder.ts';
import type { PreFlight } from '../rules/pre-flight.ts';
import type { RowOutcome } from '../outcome.ts';
import { paysAtOnce } from '../traits.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { type Facts, type PriceLook, sinceRow } from './facts.ts';
import { buy } from './purchases/buy.ts';
import { rowPreFlight } from './row-pre-flight.ts';

/**
 * Prices rows before anything is ordered, and orders what is within its approval. The price call
 * creates nothing and names what cannot be renewed, so it may be made beside the look. `settled` are
 * the rows that the look has settled just now: what was priced together with them is asked for anew.
 */
export function decidePrices(
  context: Context,
  draft: Draft,
  rows: readonly number[],
  settled: readonly number[],
): void {
  const { facts } = context;
  const out = new Set(settled);
  const priceOf = (row: number): PriceLook | undefined => {
    const look = facts.prices.get(row);
    const holds = sinceRow(facts, look, row) && (look!.alone || !isSpoilt(facts, look!, out));
    return holds ? look : undefined;
  };
  const nexts = new Map(rows.map((row) => [row, rowPreFlight(context, row, priceOf(row))]));
  const asking = [...nexts].filter(([, { kind }]) => kind === 'ask');
  for (const how of ['together', 'alone'] as const) {
    const wanted = asking.flatMap(([row, next]) =>
      next.kind === 'ask' && next.price === how ? [row] : [],
    );
    if (wanted.length > 0) draft.ask({ kind: 'prices', rows: wanted, alone: how === 'alone' });
  }
  if (asking.length > 0) return;
  if (['prices', 'prices alone'].some((name) => facts.underWay.has(name))) return;
  carryOut(context, draft, nexts);
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

function carryOut(context: Context, draft: Draft, nexts: ReadonlyMap<number, PreFlight>): void {
  const { journal, now } = context;
  const outcomes = new Map<number, RowOutcome>();
  const priced = new Map<number, { price: Money; list: Money | null }>();
  const locked: number[] = [];
  const busy: number[] = [];
  for (const [index, next] of nexts) {
    switch (next.kind) {
      case 'ask':
        break;
      case 'settled':
        outcomes.set(index, next.outcome);
        break;
      case 'in hand':
        draft.wait(now + BACK_OFF_MS);
        break;
      case 'busy':
        busy.push(index);
        break;
      case 'locked':
        locked.push(index);
        break;
      case 'wait':
        draft.wait(now + BACK_OFF_MS);
        break;
      case 'order':
        priced.set(index, { price: next.price, list: next.list });
        break;
    }
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
  context: Context,
  draft: Draft,
  due: readonly number[],
  prices: ReadonlyMap<number, { price: Money; list: Money | null }>,
): void {
  const { journal, facts, traits } = context;
  if (facts.rung === null) return;
  const priced = apply(journal, { kind: 'rows priced', prices });
  if (paysAtOnce(traits)) {
    buy(context, draft, due, priced);
    return;
  }
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

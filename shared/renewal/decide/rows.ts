import { shownExpiries, suspectZone } from '../rules/expiry-verdict.ts';
import { freeRows } from '../journal-view.ts';
import type { RowOutcome } from '../outcome.ts';
import { PURCHASES_AT_ONCE } from '../rules/purchases.ts';
import { paysAtOnce } from '../traits.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { sinceRow, stopAt } from './facts.ts';
import { decidePrices } from './prices.ts';
import { besideFirsts } from './purchases/first-purchase.ts';
import { isLeftUnpaid } from './purchases/left-unpaid.ts';
import { roomForTasks } from './purchases/room-for-tasks.ts';
import { routeOf } from './purchases/route.ts';
import { rowPreFlight } from './row-pre-flight.ts';
import { silencesOf, silentRows } from '../rules/silences.ts';
import { isRowQuestion } from '../states/silence.ts';

/** More orders than the sizes of calls, a dear order, a moved expiry and a lost discount need in one run. */
const MOST_TRIES = 12;

/**
 * Looks at rows that nothing of ours concerns, prices them and orders what may be ordered. Rows that
 * come free later are looked at together, once nothing else is under way.
 */
export function decideRows(context: Context, draft: Draft): void {
  const { journal } = context;
  if (journal.state !== 'open') return;
  const free = near(context, withoutSilent(context, draft, askable(context, draft)));
  if (free.length === 0) return;
  const unseen = free.filter((row) => !sinceRow(context.facts, context.facts.rows.get(row), row));
  if (unseen.length > 0 && !draft.idle && !isAsking(context, draft)) return;
  if (!mayGoOn(context, draft, free)) return;
  askAccount(context, draft);
  if (unseen.length > 0) draft.ask({ kind: 'resources', rows: unseen });
  if (unseen.length > 0 || isZoneWrong(context, draft, free)) {
    // A price changes nothing: it is asked for beside the look, and again without what the look settles.
    const beside = unseen.length === free.length && !paysAtOnce(context.traits);
    if (beside) decidePrices(context, draft, free, []);
    return;
  }
  if (context.facts.remembered === null) return;
  const { outcomes, inHand } = settledByLook(context, free);
  if (outcomes.size > 0) draft.record({ kind: 'rows settled', outcomes });
  if (inHand.length > 0) draft.wait(context.now + BACK_OFF_MS);
  const left = free.filter((row) => !outcomes.has(row) && !inHand.includes(row));
  const next = paysAtOnce(context.traits) ? nextPurchases(context, draft, left) : left;
  if (next.length > 0) decidePrices(context, draft, next, [...outcomes.keys(), ...inHand]);
}

/**
 * The rows that are looked at now: all of them once, before anything is ordered. After that, of a
 * provider that pays at once, those that come next: who comes back after a wait would else look at
 * all again for the sake of a few. What waits for another job is not in their way.
 */
function near({ journal, facts, traits }: Context, free: readonly number[]): readonly number[] {
  if (journal.parts.length === 0 || !paysAtOnce(traits)) return free;
  const inHand = free.filter((row) => facts.remembered?.rows.get(row)?.kind === 'in hand');
  const next = free.filter((row) => !inHand.includes(row)).slice(0, 2 * PURCHASES_AT_ONCE);
  return [...inHand, ...next];
}

/** The next few rows, soonest expiry first: each is priced right before it is paid. */
function nextPurchases(context: Context, draft: Draft, left: readonly number[]): readonly number[] {
  if (isLeftUnpaid(context, draft)) return [];
  const free = besideFirsts(context, draft, left);
  const tasks = free.filter((row) => routeOf(context.facts, row)?.kind === 'task');
  if (tasks.length === 0) return free.slice(0, PURCHASES_AT_ONCE);
  const room = roomForTasks(context, draft);
  if (room === null) return [];
  const barred = new Set(tasks.slice(room));
  if (barred.size > 0) draft.wait(context.now + BACK_OFF_MS);
  return free.filter((row) => !barred.has(row)).slice(0, PURCHASES_AT_ONCE);
}

/** Only this stage's own questions are under way: they do not keep it from going on. */
function isAsking({ facts }: Context, draft: Draft): boolean {
  const own = ['resources', 'prices', 'prices alone', 'memory', 'account', 'balance', 'permit'];
  return (
    draft.events.length === 0 &&
    draft.calls.length === 0 &&
    draft.asks.length === 0 &&
    [...facts.underWay].every((name) => own.includes(name))
  );
}

/** Free rows, without those that the provider has just called busy and those ordered too often. */
function askable({ journal, facts, now }: Context, draft: Draft): number[] {
  return freeRows(journal).filter((index) => {
    const { pricing } = journal.rows[index]!;
    if (pricing.kind === 'watched') return false;
    if (pricing.kind === 'busy' && now < pricing.since + BACK_OFF_MS) {
      draft.wait(pricing.since + BACK_OFF_MS);
      return false;
    }
    if ((facts.tries.get(index) ?? 0) < MOST_TRIES) return true;
    draft.wait(now + BACK_OFF_MS);
    return false;
  });
}

/** Rows of which something got no answer are asked about last, and the others do not wait for them. */
function withoutSilent({ journal }: Context, draft: Draft, free: readonly number[]): number[] {
  for (const { question, rows } of silencesOf(journal)) {
    const some = rows.filter((row) => free.includes(row));
    if (some.length === 0 || !isRowQuestion(question)) continue;
    if (question === 'resources') draft.ask({ kind: question, rows: some });
    else draft.ask({ kind: 'prices', rows: some, alone: question === 'prices alone' });
  }
  const silent = silentRows(journal);
  return free.filter((row) => !silent.has(row));
}

/** Only what was ordered can have taken so long that the job may have ended meanwhile. */
function mayGoOn({ journal, facts, now }: Context, draft: Draft, free: readonly number[]): boolean {
  if (journal.parts.length === 0) return true;
  const { permit } = facts;
  if (permit === null || !free.every((row) => sinceRow(facts, permit, row))) {
    draft.ask({ kind: 'permit' });
    return false;
  }
  const stop = stopAt(permit, now);
  if (stop !== null) draft.end(stop);
  return stop === null;
}

/** What is asked once in a run, beside the first look. */
function askAccount({ journal, facts }: Context, draft: Draft): void {
  if (facts.rung === null) draft.ask({ kind: 'account' });
  if (facts.remembered === null) draft.ask({ kind: 'memory' });
  const first = journal.chunk === 0 && journal.parts.length === 0;
  // For the Summary only: a short balance is no proof that a payment fails.
  if (first && journal.balance === null && !facts.balanceAsked) draft.ask({ kind: 'balance' });
}

/**
 * Only the job's first chunk, before anything was ordered, can still reject the whole file. True:
 * it is rejected, or more must be read to tell.
 */
function isZoneWrong({ journal, facts, policy }: Context, draft: Draft, free: readonly number[]) {
  if (journal.chunk !== 0 || journal.parts.length > 0) return false;
  const looks = free.map((index) => [journal.rows[index]!, facts.rows.get(index)] as const);
  const reason = suspectZone(shownExpiries(looks), policy.expiryZone);
  if (reason === null) return false;
  // Another chunk may have gone first, while this one had to wait.
  if (facts.job === null) draft.ask({ kind: 'job' });
  else if (!facts.job.begun) draft.end({ kind: 'reject', reason });
  else return false;
  return true;
}

/**
 * Rows that need no price: their look, or what is remembered of them, settles them. Those that another
 * job has in hand wait for it, but not for ever (money rule 8).
 */
function settledByLook(
  context: Context,
  free: readonly number[],
): { readonly outcomes: ReadonlyMap<number, RowOutcome>; readonly inHand: readonly number[] } {
  const outcomes = new Map<number, RowOutcome>();
  const inHand: number[] = [];
  for (const index of free) {
    const next = rowPreFlight(context, index, undefined);
    if (next.kind === 'settled') outcomes.set(index, next.outcome);
    if (next.kind === 'in hand') inHand.push(index);
  }
  return { outcomes, inHand };
}

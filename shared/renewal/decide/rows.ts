import { suspectZone } from '../rules/expiry-verdict.ts';
import { freeRows } from '../journal-view.ts';
import { judgeLook } from '../rules/judge-look.ts';
import { IN_HAND_MS, outcomeOf } from '../rules/ordered-before.ts';
import type { RowOutcome } from '../outcome.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { type Remembered, sinceRow } from './facts.ts';
import { decidePrices } from './prices.ts';

/** More orders than the sizes of calls, a dear order, a moved expiry and a lost discount need in one run. */
const MOST_TRIES = 12;

/**
 * Looks at rows that nothing of ours concerns, prices them and orders what may be ordered. Rows that
 * come free later are looked at together, once nothing else is under way.
 */
export function decideRows(context: Context, draft: Draft): void {
  const { journal } = context;
  if (journal.state !== 'open') return;
  const free = askable(context, draft);
  if (free.length === 0) return;
  const unseen = free.filter((row) => !sinceRow(context.facts, context.facts.rows.get(row), row));
  if (unseen.length > 0 && !draft.idle && !isAsking(context, draft)) return;
  if (!mayGoOn(context, draft, free)) return;
  askAccount(context, draft);
  if (unseen.length > 0) draft.ask({ kind: 'resources', rows: unseen });
  if (unseen.length > 0 || isZoneWrong(context, draft, free)) {
    // A price changes nothing: it is asked for beside the look, and again without what the look settles.
    if (unseen.length === free.length) decidePrices(context, draft, free, { look: 'open' });
    return;
  }
  const { remembered } = context.facts;
  if (remembered === null) return;
  const { outcomes, inHand } = settledByLook(context, free, remembered);
  if (outcomes.size > 0) draft.record({ kind: 'rows settled', outcomes });
  if (inHand.size > 0) draft.wait(context.now + BACK_OFF_MS);
  const left = free.filter((row) => !outcomes.has(row) && !inHand.has(row));
  if (left.length > 0) {
    decidePrices(context, draft, left, { look: 'done', settled: [...outcomes.keys(), ...inHand] });
  }
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
    if (pricing.kind === 'busy' && now < pricing.since + BACK_OFF_MS) {
      draft.wait(pricing.since + BACK_OFF_MS);
      return false;
    }
    if ((facts.tries.get(index) ?? 0) < MOST_TRIES) return true;
    draft.wait(now + BACK_OFF_MS);
    return false;
  });
}

/** Only what was ordered can have taken so long that the job may have ended meanwhile. */
function mayGoOn({ journal, facts, now }: Context, draft: Draft, free: readonly number[]): boolean {
  if (journal.parts.length === 0) return true;
  const { permit } = facts;
  if (permit === null || !free.every((row) => sinceRow(facts, permit, row))) {
    draft.ask({ kind: 'permit' });
    return false;
  }
  if (permit.stop === null && now < permit.validUntil) return true;
  draft.end(permit.stop ?? { kind: 'no longer running' });
  return false;
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
  const shown = free.flatMap((index) => {
    const look = facts.rows.get(index);
    const expiry = look?.kind === 'shown' ? look.resource.expiry : null;
    return expiry === null ? [] : [{ row: journal.rows[index]!, expiry }];
  });
  const reason = suspectZone(shown, policy.expiryZone);
  if (reason === null) return false;
  // Another chunk may have gone first, while this one had to wait.
  if (facts.job === null) draft.ask({ kind: 'job' });
  else if (!facts.job.begun) draft.end({ kind: 'reject', reason });
  else return false;
  return true;
}

/**
 * Rows that need no price: renewed by us or by somebody already, attached to another resource,
 * another expiry than approved, taken by auto-renewal, or left unproved by another job (money rules
 * 8 and 9). Those that another job has in hand wait for it, but not for ever.
 */
function settledByLook(
  { journal, facts, policy, traits, now }: Context,
  free: readonly number[],
  { rows: remembered, since }: Remembered,
): { readonly outcomes: ReadonlyMap<number, RowOutcome>; readonly inHand: ReadonlySet<number> } {
  const outcomes = new Map<number, RowOutcome>();
  const inHand = new Set<number>();
  for (const index of free) {
    const row = journal.rows[index]!;
    const look = facts.rows.get(index)!;
    const before = remembered.get(index);
    const told = before === undefined ? null : outcomeOf(row, before, look, policy.expiryZone);
    // Paid by us is paid, whatever the provider shows today.
    const outcome =
      before?.kind === 'renewed' ? told : judgeLook(row, look, { policy, traits, now });
    if (outcome !== null) outcomes.set(index, outcome);
    else if (before?.kind === 'in hand' && now < since + IN_HAND_MS) inHand.add(index);
    else if (told !== null) outcomes.set(index, told);
  }
  return { outcomes, inHand };
}

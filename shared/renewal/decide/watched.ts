import { judgeExpiry } from '../rules/expiry-verdict.ts';
import type { Journal } from '../journal.ts';
import { claimedRows } from '../journal-view.ts';
import type { Watched } from '../states/row-state.ts';
import type { RowOutcome } from '../outcome.ts';
import { leftToOthers } from '../rules/watched-rows.ts';
import type { Context } from './context.ts';
import type { Draft } from './decision.ts';
import { sinceRow } from './facts.ts';

/** How long a watched row is left alone between two looks, in milliseconds. */
const PAUSE_MS = 120_000;

/**
 * Whether another row of the same order was seen renewed: that is why the order was cancelled, and
 * what was not renewed with it may be ordered again.
 */
function isExplained({ parts, rows }: Journal, { order, why }: Watched): boolean {
  if (why !== 'cancelled by somebody') return false;
  const part = parts.find(({ orders }) => orders.some(({ id }) => id === order));
  return part?.rows.some((row) => rows[row]!.outcome?.outcome === 'already renewed') ?? false;
}

/**
 * Looks at the rows that are left to somebody else: one whose expiry shows a renewal is settled by
 * that, and one that shows nothing for as long as reads may lag is a person's (money rule 4), unless
 * another row of its order shows why that was cancelled.
 */
export function decideWatched(context: Context, draft: Draft): void {
  const { journal, facts, policy, now, lag } = context;
  if (journal.state !== 'open') return;
  const unseen: number[] = [];
  const freed: number[] = [];
  const outcomes = new Map<number, RowOutcome>();
  // While an order of ours is not closed, a later expiry may be its own.
  const claimed = claimedRows(journal);
  for (const [index, row] of journal.rows.entries()) {
    const { pricing, outcome } = row;
    if (outcome !== null || pricing.kind !== 'watched' || claimed.has(index)) continue;
    const end = pricing.since + lag;
    const look = facts.rows.get(index);
    const looked = look !== undefined && sinceRow(facts, look, index);
    const verdict =
      looked && look.kind === 'shown' && look.resource.expiry !== null
        ? judgeExpiry(row, look.resource.expiry, policy.expiryZone)
        : null;
    if (verdict?.outcome === 'already renewed') outcomes.set(index, verdict);
    else if (looked && look.at >= end) {
      if (verdict === null && isExplained(journal, pricing)) freed.push(index);
      else outcomes.set(index, leftToOthers(pricing));
    } else if (!looked || now >= Math.min(end, look.at + PAUSE_MS)) unseen.push(index);
    else draft.wait(Math.min(end, look.at + PAUSE_MS));
  }
  if (outcomes.size > 0) draft.record({ kind: 'rows settled', outcomes });
  if (freed.length > 0) draft.record({ kind: 'rows freed', rows: freed });
  if (unseen.length > 0) draft.ask({ kind: 'resources', rows: unseen });
}

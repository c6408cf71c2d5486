import type { Part } from '../journal.ts';
import { silencesOf } from '../rules/silences.ts';
import type { Context } from './context.ts';
import { type Draft, questionOf } from './decision.ts';
import { sinceRow } from './facts.ts';

/** What the price call shows of the rows of a call without a clear answer. */
interface Locks {
  /** Rows that an unpaid order locks, by index. */
  readonly locked: readonly number[];
  /** Rows of which no answer comes, each asked about alone. */
  readonly unseen: readonly number[];
  /** The tick of the last look; what is read to follow a lock must be younger. */
  readonly tick: number;
}

/**
 * Whether unpaid orders lock the rows of the call, read once nothing of it can be under way (`ready`,
 * epoch milliseconds) and since nothing else has happened to them. Null: that is asked first. A row
 * of which no answer comes holds up the others only until it stands alone (money rule 11).
 */
export function locksOn(
  { journal, facts }: Context,
  draft: Draft,
  { rows }: Part,
  ready: number,
): Locks | null {
  // What locked the rows may have been cancelled meanwhile.
  const closed = facts.changed.get('closed') ?? 0;
  const looks = rows.map((row) => {
    const look = facts.locks.get(row);
    const holds =
      look !== undefined && look.at >= ready && look.tick > closed && sinceRow(facts, look, row);
    return { row, look: holds ? look : null };
  });
  const unseen = looks.flatMap(({ row, look }) => (look === null ? [row] : []));
  if (unseen.length > 0) {
    const ask = { kind: 'locks', rows: unseen } as const;
    draft.ask(ask);
    const alone = silencesOf(journal).filter(
      (one) => one.question === questionOf(ask) && one.rows.length === 1,
    );
    if (!unseen.every((row) => alone.some((one) => one.rows.includes(row)))) return null;
  }
  return {
    locked: looks.flatMap(({ row, look }) => (look?.locked === true ? [row] : [])),
    unseen,
    tick: Math.max(closed, ...looks.map(({ look }) => look?.tick ?? 0)),
  };
}

import { withCode } from '../../reasons/reason.ts';
import type { Answer, Refusal, Remedy } from '../answer.ts';
import type { JournalEvent, PlannedPart, RenewAnswered } from '../events.ts';
import { rungBelow } from '../rules/ladder.ts';
import { isHeld, mayFollowItsCopy } from '../rules/single-refusal.ts';
import type { RefusalNote } from '../notes.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import type { CancelReason } from '../states/order-state.ts';
import { BACK_OFF_MS, type Stop, type Suspension } from './decision.ts';

/** The answer to a renew call, its failed resources by row. */
export interface RenewAnswerOfRows {
  readonly answer: Answer<null>;
  readonly orders: readonly string[];
  readonly failed: ReadonlyMap<number, Refusal>;
}

/** What an answer comes to: what is recorded, and whether the work must stop. */
export interface Consequence {
  readonly event: JournalEvent;
  readonly stop: Stop | null;
}

/** What the journal keeps of a refusal. */
function refusalNote({ code, reason }: Refusal): RefusalNote {
  return { code, reason };
}

/** The suspension that a refusal of the whole account asks for (money rule 7). */
export function suspension(refusal: Refusal): Suspension {
  return { kind: 'suspend', reason: withCode(refusal.reason, refusal.code) };
}

/** Named with these, a row is not given up: the account is to blame, or it is to be tried alone. */
const LEFT_OPEN: ReadonlySet<Remedy> = new Set<Remedy>(['suspend', 'later']);

/**
 * What the answer to a renew call makes of its part (money rules 1, 2 and 6). Order ids in any
 * answer are ours. Named ids are out. After a clear refusal that names none the rows go into smaller
 * calls, to be looked at and priced again first; a single id's row is looked at and priced once more
 * before it is given up, for an order may lock it.
 */
export function afterRenewAnswer(
  { number, rows, frozen }: PlannedPart,
  given: RenewAnswerOfRows,
  { sizes, at }: { readonly sizes: readonly number[]; readonly at: number },
): Consequence {
  const { answer, orders, failed } = given;
  const refusal = answer.kind === 'refused' ? answer.refusal : null;
  const clean = orders.length === 0 && failed.size === 0;
  if (refusal?.remedy === 'wait' && orders.length === 0) {
    return {
      event: { kind: 'call turned away', part: number },
      stop: { kind: 'later', at: at + BACK_OFF_MS },
    };
  }
  const doubted =
    frozen !== undefined &&
    clean &&
    refusal !== null &&
    (mayBeOfCopy(refusal) || mayFollowItsCopy(refusal, frozen.kind));
  const clear = answer.kind !== 'unknown' && !(answer.kind === 'done' && clean) && !doubted;
  const busy = [...failed].filter(([, one]) => one.remedy === 'later');
  // The order that holds them may be of this very call, which a gateway has sent twice (money rule 5).
  const held = [...failed].filter(([, one]) => isHeld(one));
  const outcomes = [...failed].filter(([, one]) => !LEFT_OPEN.has(one.remedy) && !isHeld(one));
  const alone = [...busy, ...held].map(([row]) => row);
  const event: RenewAnswered = {
    kind: 'call answered',
    part: number,
    at,
    orders,
    said: said(given, rows.length),
    failed: clear ? new Map(outcomes.map(([row, one]) => [row, notRenewable(one)])) : new Map(),
    lowered: !clear
      ? null
      : refusal !== null && clean && rows.length > 1 && refusal.remedy !== 'suspend'
        ? { rows, rung: rungBelow(rows.length, sizes) ?? 1 }
        : alone.length > 0 && rows.length > 1
          ? { rows: alone, rung: 1 }
          : null,
    ...(orders.length > 0 &&
      alone.length > 0 && {
        turnedDown: { held: held.map(([row]) => row), busy: busy.map(([row]) => row) },
      }),
  };
  const account = [...failed.values()].find(({ remedy }) => remedy === 'suspend') ?? refusal;
  return { event, stop: account?.remedy === 'suspend' ? suspension(account) : null };

  function said({ answer }: RenewAnswerOfRows, size: number): RenewAnswered['said'] {
    if (answer.kind === 'unknown') return { kind: 'unclear', why: answer.detail };
    if (doubted) return doubtedRefusal(refusal);
    // Accepted, but no order named and nothing refused: what happened is not known.
    if (!clear) return { kind: 'unclear', why: 'accepted without an order id' };
    const lock = orders.length === 0 ? held[0]?.[1] : undefined;
    if (lock !== undefined) {
      return { kind: size === 1 ? 'refused alone' : 'refused', refusal: refusalNote(lock) };
    }
    if (size === 1) {
      const named = busy[0]?.[1];
      if (named !== undefined) return { kind: 'busy', refusal: refusalNote(named) };
      if (refusal !== null && clean && refusal.remedy !== 'suspend') {
        const kind = refusal.remedy === 'later' ? 'busy' : 'refused alone';
        return { kind, refusal: refusalNote(refusal) };
      }
    }
    if (refusal !== null) return { kind: 'refused', refusal: refusalNote(refusal) };
    return { kind: 'accepted' };
  }
}

/**
 * Whether the operation or the unpaid order that a refusal tells of may be a copy of the very call, as
 * where a gateway has sent it twice (money rule 5). One that pays at once may have renewed then.
 */
export function mayBeOfCopy(refusal: Refusal): boolean {
  return refusal.remedy === 'later' || isHeld(refusal);
}

/** It is looked for as after no answer, and believed in the end. */
export function doubtedRefusal(
  refusal: Refusal,
): Extract<RenewAnswered['said'], { readonly kind: 'unclear' }> {
  return { kind: 'unclear', why: `refused: ${refusal.code}`, refusal: refusalNote(refusal) };
}

function notRenewable(refusal: Refusal): RowOutcome {
  return rowOutcome('not renewable', refusal.reason, { code: refusal.code });
}

/** What the answer to a payment makes of its order; `last`: it was refused once before. */
export function afterPayAnswer(
  order: string,
  answer: Answer<null>,
  { last, at }: { readonly last: boolean; readonly at: number },
): Consequence {
  switch (answer.kind) {
    case 'done':
      return { event: { kind: 'payment accepted', order, at }, stop: null };
    case 'unknown':
      return { event: { kind: 'payment unanswered', order, at }, stop: null };
    case 'refused':
      return afterPayRefusal(order, answer.refusal, last, at);
  }
}

function afterPayRefusal(order: string, refusal: Refusal, last: boolean, at: number): Consequence {
  const cancel = (because: CancelReason): Consequence => ({
    event: {
      kind: 'cancel decided',
      order,
      because,
      rows: null,
      refusal: refusalNote(refusal),
    },
    stop: null,
  });
  switch (refusal.remedy) {
    case 'refuse discount':
      return cancel('discount refused');
    case 'drop order':
      return cancel('terms changed');
    case 'hold project':
      return cancel('budget used up');
    case 'read order':
      if (last) return cancel('payment refused');
      return {
        event: { kind: 'payment refused', order, at, refusal: refusalNote(refusal) },
        stop: null,
      };
    case 'later':
    case 'wait':
      return {
        event: { kind: 'payment put off', order },
        stop: { kind: 'later', at: at + BACK_OFF_MS },
      };
    case 'suspend':
    case 'split':
    case 'row':
    case 'unlisted':
      // Read before people are told; it is paid on resume while its deadline and its price allow
      // (money rules 7 and 12).
      return { event: { kind: 'payment declined', order, at }, stop: suspension(refusal) };
  }
}

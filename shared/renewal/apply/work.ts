import type { WorkEvent } from '../events.ts';
import type { Journal, Order, Part } from '../journal.ts';
import { idleRuns } from '../journal-view.ts';
import type { AttemptState } from '../states/attempt-state.ts';
import type { OrderState } from '../states/order-state.ts';

/** What becomes of a chunk by what happens to those who work on it. */
export function applyToWork(journal: Journal, event: WorkEvent): Journal {
  switch (event.kind) {
    case 'claimed': {
      const { owner, until } = event;
      const work = { kind: 'leased', owner, until } as const;
      return { ...withIntentsUnknown(journal), work, claims: journal.claims + 1 };
    }
    case 'released':
      return { ...journal, work: { kind: 'idle' }, claims: 0 };
    case 'backed off': {
      const work = { kind: 'backing off', until: event.until } as const;
      return { ...journal, work, waits: journal.waits + 1, claims: 0 };
    }
    case 'continued':
      return {
        ...journal,
        work: { kind: 'idle' },
        continuations: journal.continuations + 1,
        idle: event.idle ? idleRuns(journal) + 1 : 0,
        claims: 0,
      };
    case 'put to rest': {
      const work = { kind: 'resting', until: event.until } as const;
      return { ...journal, work, rests: journal.rests + 1, claims: 0, idle: 0 };
    }
    case 'redriven':
      return {
        ...journal,
        work: journal.work.kind === 'idle' ? journal.work : { kind: 'idle' },
        claims: 0,
        idle: 0,
        rests: 0,
      };
    case 'account refused':
      return { ...journal, refused: { epoch: event.epoch, reason: event.reason } };
    case 'sealed':
      return journal.state === 'open' ? { ...journal, state: 'sealed' } : journal;
    case 'ended':
      return journal.state === 'sealed' ? { ...journal, state: 'finished' } : journal;
    case 'finished':
      return { ...journal, state: 'finished', work: { kind: 'idle' } };
  }
}

/** Intents that an earlier worker left without an answer are unknown from now on (money rule 1). */
function withIntentsUnknown(journal: Journal): Journal {
  const parts = journal.parts.map((part): Part => {
    const attempt = unknownCall(part.attempt);
    const orders = part.orders.map((order): Order => {
      const state = unknownPayment(order.state);
      return state === order.state ? order : { ...order, state };
    });
    const same = orders.every((order, place) => order === part.orders[place]);
    return attempt === part.attempt && same ? part : { ...part, attempt, orders };
  });
  return { ...journal, parts };
}

function unknownCall(attempt: AttemptState): AttemptState {
  if (attempt.kind !== 'intended') return attempt;
  return { kind: 'unclear', at: attempt.at, why: 'The worker stopped before the answer.' };
}

function unknownPayment(state: OrderState): OrderState {
  switch (state.kind) {
    case 'paying':
      return { ...state, kind: 'payment unclear' };
    case 'paying again':
      return { ...state, kind: 'payment refused' };
    case 'made':
    case 'payable again':
    case 'payment unclear':
    case 'payment refused':
    case 'payment declined':
    case 'paid':
    case 'overcharged':
    case 'completed':
    case 'cancelling':
    case 'cancelled':
    case 'for review':
      return state;
  }
}

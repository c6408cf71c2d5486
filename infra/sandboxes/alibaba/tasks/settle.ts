import type { Order } from '../orders/order.ts';
import { completeOrder } from '../orders/pay-order.ts';
import type { SandboxState } from '../state.ts';
import { runDetail } from './run-detail.ts';
import type { TaskDetail } from './task.ts';

/** What happens by itself at an instant, and what comes of it that will happen later. */
interface Due {
  readonly at: number;
  readonly happen: () => Due | undefined;
}

function renewal(state: SandboxState, order: Order): Due | undefined {
  const at = order.completesAt;
  if (at === null) return undefined;
  const happen = (): undefined => {
    completeOrder(state, order, at);
  };
  return { at, happen };
}

function taskEnd(state: SandboxState, detail: TaskDetail): Due {
  const happen = (): Due | undefined => {
    state.running.delete(detail);
    detail.outcome = runDetail(state, detail, detail.endsAt);
    if (detail.outcome.kind === 'failure') return undefined;
    return renewal(state, state.orders.get(detail.outcome.order)!);
  };
  return { at: detail.endsAt, happen };
}

/**
 * Lets time do its work up to `now`, each thing at its own instant: tasks end and make orders, paid
 * orders renew. Called before every look at the state; the sandbox has no timers of its own.
 */
export function settle(state: SandboxState, now: number): void {
  const isDue = (due: Due | undefined): due is Due => due !== undefined && due.at <= now;
  const orders = [...state.processing].map((order) => renewal(state, order));
  const details = [...state.running]
    .filter(({ endsAt }) => endsAt <= now)
    .map((detail) => taskEnd(state, detail));
  const queue = [...orders, ...details].filter(isDue).toSorted((a, b) => a.at - b.at);
  for (const due of queue) {
    const next = due.happen();
    if (!isDue(next)) continue;
    // Beside what is due at the same instant it comes last, as what came about last.
    const place = queue.findIndex(({ at }) => at > next.at);
    queue.splice(place === -1 ? queue.length : place, 0, next);
  }
}

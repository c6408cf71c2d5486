import { completeOrder } from '../orders/pay-order.ts';
import type { SandboxState } from '../state.ts';
import { runDetail } from './run-detail.ts';

interface Due {
  readonly at: number;
  readonly happen: () => void;
}

/** What is next to happen by itself: a paid order renews, or a task ends. */
function nextDue(state: SandboxState): Due | undefined {
  const orders = [...state.orders.values()].flatMap((order): Due[] => {
    const at = order.completesAt;
    if (at === null) return [];
    return [
      {
        at,
        happen: () => {
          completeOrder(state, order, at);
        },
      },
    ];
  });
  const details = [...state.tasks.values()]
    .flatMap((task) => task.details)
    .filter(({ outcome }) => outcome === null)
    .map((detail): Due => ({
      at: detail.endsAt,
      happen: () => {
        detail.outcome = runDetail(state, detail, detail.endsAt);
      },
    }));
  return [...orders, ...details].toSorted((a, b) => a.at - b.at)[0];
}

/**
 * Lets time do its work up to `now`, each thing at its own instant. Called before every look at the
 * state; the sandbox has no timers of its own.
 */
export function settle(state: SandboxState, now: number): void {
  for (let due = nextDue(state); due !== undefined && due.at <= now; due = nextDue(state)) {
    due.happen();
  }
}

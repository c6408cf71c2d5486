import type { Order, Part } from '../journal.ts';
import { coverable, isUnanswered } from '../journal-view.ts';
import type { Context } from './context.ts';
import { isListingOpen } from './coverage.ts';
import type { Draft } from './decision.ts';
import { firstUnderWay, followFirst } from './first-alone.ts';
import { follow, judgeOrder } from './judge-order.ts';
import { isDeciding, isEnough, payReady, type Ready } from './pay-ready.ts';
import { provenOrders } from './orders-of-a-call.ts';
import { isPurchase } from '../rules/purchases.ts';
import { settlePayment } from './payments.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes every order a step on by what is known: settles payments without a clear answer, compares
 * unpaid orders, cancels those marked for it, and pays those that are ready.
 */
export function decideOrders(context: Context, draft: Draft): void {
  const ready: Ready[] = [];
  const unseen: number[] = [];
  const first = firstUnderWay(context);
  let held = false;
  for (const part of context.journal.parts) {
    for (const order of part.orders) {
      const { state } = order;
      switch (state.kind) {
        case 'payment unclear':
        case 'payment refused':
        case 'payment declined':
          settlePayment(context, draft, { part, order, state });
          break;
        case 'cancelling':
          takeBack(context, draft, part, order, state);
          break;
        case 'made':
        case 'payable again': {
          if (context.journal.state !== 'open' || isPurchase(part)) {
            const because = isPurchase(part) ? 'left unpaid' : 'job ended';
            draft.record({
              kind: 'cancel decided',
              order: order.id,
              because,
              rows: null,
              refusal: null,
            });
            break;
          }
          if (isUnanswered(part)) break;
          if (first !== null && first.id !== order.id) {
            held = true;
            break;
          }
          const verdict = judgeOrder(context, part, order);
          // What is listed under it is read beside it, and shows its rows as well.
          if (verdict.kind === 'ask' && isListingOpen(context, part, order)) {
            draft.ask({ kind: 'order rows', order: order.id });
          } else unseen.push(...unseenRows(context, part, order));
          if (verdict.kind === 'ready')
            ready.push({ intent: verdict.intent, order, rows: verdict.intent.rows });
          else follow(draft, verdict);
          break;
        }
        case 'paying':
        case 'paying again':
        case 'paid':
        case 'overcharged':
        case 'completed':
        case 'cancelled':
        case 'for review':
          break;
      }
    }
  }
  if (unseen.length > 0 && isEnough(context, draft, ready.length, 'resources')) {
    draft.ask({ kind: 'resources', rows: unseen });
  }
  if (first !== null && held) followFirst(context, draft, first);
  payReady(context, draft, ready);
  if (draft.idle) keepCoverage(context, draft);
}

/**
 * What a call's several orders cover is kept before the run ends: none of them is paid before it is
 * known of all, which a slow provider does not show in one run.
 */
function keepCoverage(context: Context, draft: Draft): void {
  const covered = context.journal.parts.flatMap((part) =>
    part.orders.length === 1 ? [] : provenOrders(context, part),
  );
  if (covered.length > 0) draft.record({ kind: 'coverage proven', orders: covered });
}

/** Rows of an order whose expiry was not read since the order exists (money rule 4). */
function unseenRows(context: Context, part: Part, order: Order): number[] {
  return coverable(part, order).filter((row) => !isDeciding(context, row, order));
}

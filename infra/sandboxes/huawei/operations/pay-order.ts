import { refuse, refusePlanted, type Answer, type Operation } from '../gateway/answer.ts';
import { isNotPayableYet } from '../orders/as-seen.ts';
import { chargeOrder } from '../orders/charge-order.ts';
import { findOrder } from '../orders/find-order.ts';
import { mainIdsOf, type Order } from '../orders/order.ts';
import type { SandboxState } from '../state.ts';
import { readPayV2, readPayV3, resolveChoice, type PayRequest } from '../orders/pay-choice.ts';

/** Why an order's state forbids paying: 99000088 while in progress, 99003106 afterwards. */
function stateCode(order: Order): string | undefined {
  switch (order.status) {
    case 6:
      return undefined;
    case 3:
      return 'CBC.99000088';
    case 4:
      return order.endedBy === 'deadline' ? 'CBC.99003110' : 'CBC.99003106';
    case 5:
      return 'CBC.99003106';
  }
}

function success(state: SandboxState): Answer {
  switch (state.behaviour.paySuccess) {
    case '200 {}':
      return { status: 200, body: {} };
    case '200 empty':
      return { status: 200 };
    case '204':
      return { status: 204 };
  }
}

function pay(
  state: SandboxState,
  api: 'pay' | 'payOld',
  request: PayRequest | undefined,
  now: number,
): Answer {
  if (request === undefined) return refuse(state, api, 'CBC.0100');
  const found = findOrder(state, request.orderId);
  if (found === undefined) return refuse(state, api, 'CBC.30000010');
  if (found.isPart) return refuse(state, api, 'CBC.99000089');
  const { order } = found;
  const code = stateCode(order);
  if (code !== undefined) return refuse(state, api, code);
  if (isNotPayableYet(state, order, now)) return refuse(state, api, 'CBC.99003106');
  for (const id of mainIdsOf(order)) {
    const planted = state.resources.get(id)?.errors.pay;
    if (planted !== undefined) return refusePlanted(state, api, planted);
  }
  const choice = resolveChoice(state, order, request, now);
  if (typeof choice === 'string') return refuse(state, api, choice);
  const paid = chargeOrder(state, order, { ...choice, through: 'pay' });
  return paid === 'paid' ? success(state) : refuse(state, api, paid);
}

/** Pay an order, v3 (Huawei contract, section 4). An order can be paid once, by its state. */
export const payOrder: Operation = (state, { body, now }) =>
  pay(state, 'pay', readPayV3(body, state.behaviour.payListsWithNo === 'refused'), now);

/** Pay an order, v2, which is to be taken offline. */
export const payOrderOld: Operation = (state, { body, now }) =>
  pay(state, 'payOld', readPayV2(body), now);

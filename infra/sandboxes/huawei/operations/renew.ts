import {
  codeOf,
  refuse,
  refusePlanted,
  type Answer,
  type ApiRequest,
  type Operation,
} from '../gateway/answer.ts';
import { automaticChoice, chargeOrder } from '../orders/charge-order.ts';
import { messageOf } from '../gateway/error-messages.ts';
import type { Order } from '../orders/order.ts';
import { placeOrder } from '../orders/place-order.ts';
import type { SandboxState } from '../state.ts';
import { failuresOf, type RenewFailure } from './renew-checks.ts';
import { readRenewBody, type RenewalRequest } from './renewal-request.ts';

function refuseWhole(state: SandboxState, failures: readonly RenewFailure[]): Answer {
  const { error } = failures[0]!;
  const gone = codeOf(error) === 'CBC.99003016';
  const ids = failures.map(({ resourceId }) => resourceId);
  return refusePlanted(state, 'renew', error, gone ? { expired_resource_ids: ids } : {});
}

function failInfos(failures: readonly RenewFailure[]): Record<string, unknown>[] {
  return failures.map(({ resourceId, error }) => ({
    resource_id: resourceId,
    error_code: codeOf(error),
    error_msg:
      typeof error === 'string' ? messageOf(error) : (error.message ?? messageOf(error.code)),
  }));
}

function orderAll(state: SandboxState, request: RenewalRequest): Order[] {
  const { resourceIds, periodType, periodNum } = request;
  const { ordersPerRenew } = state.behaviour;
  const groups =
    ordersPerRenew === 'one per resource' ? resourceIds.map((id) => [id]) : [resourceIds];
  return groups
    .filter((group) => group.length > 0)
    .map((resources) =>
      placeOrder(state, {
        resources,
        periodType,
        periodNum,
        userName: state.world.userName,
        combined: ordersPerRenew === 'combined',
      }),
    );
}

function payAll(state: SandboxState, orders: readonly Order[]): boolean {
  return orders.every(
    (order) => chargeOrder(state, order, automaticChoice(state, order)) === 'paid',
  );
}

/**
 * Renew (Huawei contract, section 1): checks in the order of section 14, then an unpaid order that
 * locks its resources, then, if asked, automatic payment, whose failure leaves the order unpaid.
 */
export const renew: Operation = (state: SandboxState, { body, now }: ApiRequest): Answer => {
  const { behaviour } = state;
  if (state.account.frozen) return refuse(state, 'renew', 'CBC.7281');
  const asked = readRenewBody(body, behaviour.maxIdsPerRenew);
  if (asked === undefined) return refuse(state, 'renew', 'CBC.0100');
  const ids = [...new Set(asked.resourceIds)];
  if (ids.length < asked.resourceIds.length && behaviour.duplicateIds === 'refused') {
    return refuse(state, 'renew', 'CBC.0100');
  }
  const request = { ...asked, resourceIds: ids };
  const failures = failuresOf(state, request, now, !behaviour.partialRenew);
  if (failures.length > 0 && !behaviour.partialRenew) return refuseWhole(state, failures);
  const failed = new Set(failures.map(({ resourceId }) => resourceId));
  const good = ids.filter((id) => !failed.has(id));
  const orders = orderAll(state, { ...request, resourceIds: good });
  const orderIds = { order_ids: orders.map(({ id }) => id) };
  if (asked.autoPay && !payAll(state, orders)) {
    return refuse(state, 'renew', 'CBC.30050006', behaviour.orderIdsInError ? orderIds : {});
  }
  const partly = failures.length === 0 ? {} : { fail_resource_infos: failInfos(failures) };
  return { status: 200, body: { ...orderIds, ...partly } };
};

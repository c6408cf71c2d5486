import { codeOf } from '../../frame/world/planted-error.ts';
import {
  refuse,
  refusePlanted,
  type Answer,
  type ApiRequest,
  type Operation,
} from '../gateway/answer.ts';
import { automaticChoice, chargeOrder } from '../orders/charge-order.ts';
import { messageOf } from '../gateway/error-messages.ts';
import type { Order } from '../orders/order.ts';
import { holderOf } from '../orders/lock.ts';
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

/** The orders of one call. */
interface Group {
  readonly ids: readonly string[];
  readonly combined?: true;
}

function groupsOf({ behaviour }: SandboxState, ids: readonly string[]): readonly Group[] {
  const middle = Math.ceil(ids.length / 2);
  switch (behaviour.ordersPerRenew) {
    case 'one':
      return [{ ids }];
    case 'combined':
      return [{ ids, combined: true }];
    case 'one per resource':
      return ids.map((id) => ({ ids: [id] }));
    case 'two halves':
      return [{ ids: ids.slice(0, middle) }, { ids: ids.slice(middle) }];
    case 'two overlapping':
      return [{ ids: ids.slice(0, middle) }, { ids: ids.slice(middle - 1) }];
    case 'twice':
      return [{ ids }, { ids }];
    case 'combined beside its parts':
      return [{ ids, combined: true }, ...ids.map((id) => ({ ids: [id] }))];
  }
}

/** What is ordered along with a group's ids although nobody asked for it. */
function orderedAlong(
  state: SandboxState,
  ids: readonly string[],
  { resourceIds, periodType }: RenewalRequest,
): string[] {
  return ids
    .flatMap((id) => state.resources.get(id)?.renewedWith ?? [])
    .filter((id) => {
      const prices = state.resources.get(id)?.prices;
      const offered = (periodType === 2 ? prices?.month : prices?.year) ?? null;
      const held = holderOf(state, id) !== undefined;
      return offered !== null && !held && !resourceIds.includes(id);
    });
}

function orderAll(state: SandboxState, request: RenewalRequest): Order[] {
  const { resourceIds, periodType, periodNum } = request;
  const left = resourceIds.length - state.behaviour.leavesOut;
  const ordered = resourceIds.slice(0, Math.max(1, left));
  return groupsOf(state, ordered)
    .filter(({ ids }) => ids.length > 0)
    .map(({ ids, combined = false }) =>
      placeOrder(state, {
        resources: [...new Set([...ids, ...orderedAlong(state, ids, request)])],
        periodType,
        periodNum,
        userName: state.world.userName,
        combined,
        beside: true,
        through: 'api',
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
  const wholly = behaviour.partialRenew === false;
  const failures = failuresOf(state, request, now, wholly);
  if (failures.length > 0 && wholly) return refuseWhole(state, failures);
  const failed = new Set(failures.map(({ resourceId }) => resourceId));
  const good = ids.filter((id) => !failed.has(id));
  const orders = orderAll(state, { ...request, resourceIds: good });
  const orderIds = { order_ids: orders.map(({ id }) => id) };
  if (asked.autoPay && !payAll(state, orders)) {
    return refuse(state, 'renew', 'CBC.30050006', behaviour.orderIdsInError ? orderIds : {});
  }
  const told = failures.length > 0 && behaviour.partialRenew !== 'without a word';
  const partly = told ? { fail_resource_infos: failInfos(failures) } : {};
  return { status: 200, body: { ...orderIds, ...partly } };
};

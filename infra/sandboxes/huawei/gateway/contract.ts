import type { Contract } from '../../frame/contract.ts';
import { ACTS, type ActName, playOn } from '../acts/acts.ts';
import { type ApiName, matchRoute } from '../api.ts';
import { operations } from '../operations/operations.ts';
import { settle } from '../orders/end-order.ts';
import type { SandboxState } from '../state.ts';
import { admit, throttled } from './admission.ts';
import { messageOf } from './error-messages.ts';
import { idsNamed } from './ids-named.ts';
import { withKnownIds } from './known-ids.ts';

/** The operations that change something; the others only look. */
const CHANGING: ReadonlySet<ApiName> = new Set([
  'renew',
  'pay',
  'payOld',
  'cancel',
  'autoRenewOn',
  'autoRenewOff',
]);

function errorBody(code: string, message = messageOf(code)): object {
  return { error_code: code, error_msg: message, request_id: 'sandbox' };
}

/** How Huawei's billing API is answered in a world, by the Huawei contract. */
export function huaweiContract(state: SandboxState): Contract<ApiName, ActName> {
  return {
    state,
    route: ({ method }, path) => matchRoute(method, path),
    notFound: { status: 404, body: errorBody('APIGW.0101') },
    idsNamed,
    alias: (id) => {
      const number = [...state.orders.keys()].indexOf(id) + 1;
      return number === 0 ? undefined : `order ${number}`;
    },
    admit: (api, request) => admit(state, api, request),
    throttled: (api) => throttled(state, api),
    settle: (now) => {
      settle(state, now);
    },
    operate: (api, request) =>
      operations[api](state, { ...request, body: withKnownIds(state, request.body) }),
    changes: (api) => CHANGING.has(api),
    omitted: (api) => state.behaviour.omitFields[api] ?? [],
    latency: () => state.behaviour.latencyMs,
    acts: ACTS,
    play: (name, input) => playOn(state, name, input),
    errorBody,
    sample: { order_ids: ['CS00000000000000'] },
  };
}

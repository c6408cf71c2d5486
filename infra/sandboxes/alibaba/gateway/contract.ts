import type { Contract } from '../../frame/contract.ts';
import { ACTS, type ActName, playOn } from '../acts/acts.ts';
import { type ApiName, matchRoute } from '../api.ts';
import { operations } from '../operations/operations.ts';
import type { SandboxState } from '../state.ts';
import { settle } from '../tasks/settle.ts';
import { admit, throttled } from './admission.ts';
import { errorBody, refuse } from './answer.ts';
import { asAsked } from './format.ts';
import { idsNamed } from './ids-named.ts';
import { withKnownIds } from './known-ids.ts';

/** The operations that change something; the others only look. */
const CHANGING: ReadonlySet<ApiName> = new Set([
  'ecsRenew',
  'rdsRenew',
  'tairRenew',
  'mongodbRenew',
  'swasRenew',
  'hbaseRenew',
  'bssRenew',
  'bssCancel',
  'domainRenew',
  'domainRenewBatch',
]);

/** How Alibaba's APIs are answered in a world, by the Alibaba contract. */
export function alibabaContract(state: SandboxState): Contract<ApiName, ActName> {
  return {
    state,
    route: matchRoute,
    notFound: refuse('InvalidApi.NotFound'),
    idsNamed: (_body, _pathId, query) => idsNamed(query),
    alias: (id) => {
      const number = [...state.orders.keys()].indexOf(id) + 1;
      return number === 0 ? undefined : `order ${number}`;
    },
    admit: (api, request) => admit(state, api, request),
    throttled: () => throttled(state),
    settle: (now) => {
      settle(state, now);
    },
    operate: (api, request) =>
      asAsked(
        state,
        api,
        request.query,
        operations[api](state, { ...request, query: withKnownIds(state, request.query) }),
      ),
    changes: (api) => CHANGING.has(api),
    omitted: (api) => state.behaviour.omitFields[api] ?? [],
    latency: () => state.behaviour.latencyMs,
    acts: ACTS,
    play: (name, input) => playOn(state, name, input),
    errorBody,
    sample: { RequestId: 'SANDBOX', OrderId: '200000000000000' },
  };
}

import type { Answer, ApiRequest } from './answer.ts';
import type { ApiName } from './api.ts';
import { settle } from './end-order.ts';
import { operations } from './operations/operations.ts';
import type { SandboxState } from './state.ts';

/** The operations that change something; the others only look. */
const CHANGING: ReadonlySet<ApiName> = new Set([
  'renew',
  'pay',
  'payOld',
  'cancel',
  'autoRenewOn',
  'autoRenewOff',
]);

/** What an operation came to, as history keeps it. */
export function outcomeOf({ status, body }: Answer): unknown {
  return { status, body: body ?? null };
}

/** Lets an operation take effect at an instant: time is settled, then it runs, all in one go. */
export function runOperation(
  state: SandboxState,
  api: ApiName,
  request: Omit<ApiRequest, 'now'>,
  at: number,
): Answer {
  return state.moment.during(at, () => {
    settle(state, at);
    return operations[api](state, { ...request, now: at });
  });
}

/** As {@link runOperation}, now, and noted in the history before anyone hears of it. */
export function performOperation(
  state: SandboxState,
  api: ApiName,
  request: Omit<ApiRequest, 'now'>,
): Answer {
  const at = state.clock();
  const answer = runOperation(state, api, request, at);
  if (CHANGING.has(api)) {
    state.note({
      kind: 'operation',
      at,
      api,
      pathId: request.pathId ?? null,
      query: request.query.toString(),
      body: request.body ?? null,
      outcome: outcomeOf(answer),
    });
  }
  return answer;
}

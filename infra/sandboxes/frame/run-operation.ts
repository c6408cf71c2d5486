import type { Answer, ApiRequest } from './calls/answer.ts';
import { atInstant, type Contract } from './contract.ts';

type Operated<Api extends string> = Pick<
  Contract<Api, string>,
  'operate' | 'changes' | 'settle'
> & { readonly state: Pick<Contract<Api, string>['state'], 'clock' | 'moment' | 'note'> };

/** What an operation came to, as history keeps it. */
export function outcomeOf({ status, body }: Answer): unknown {
  return { status, body: body ?? null };
}

/** Lets an operation take effect at an instant: time is settled, then it runs, all in one go. */
export function runOperation<Api extends string>(
  contract: Operated<Api>,
  api: Api,
  request: Omit<ApiRequest, 'now'>,
  at: number,
): Answer {
  return atInstant(contract, at, () => contract.operate(api, { ...request, now: at }));
}

/** As {@link runOperation}, now, and noted in the history before anyone hears of it. */
export function performOperation<Api extends string>(
  contract: Operated<Api>,
  api: Api,
  request: Omit<ApiRequest, 'now'>,
): Answer {
  const at = contract.state.clock();
  const answer = runOperation(contract, api, request, at);
  if (contract.changes(api)) {
    contract.state.note({
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

import type { Answer, ApiRequest } from '../../frame/calls/answer.ts';
import type { ApiName } from '../api.ts';
import type { SandboxState } from '../state.ts';

/** What belongs to one request alone, and may be another when it is sent again. */
const OF_ONE_REQUEST =
  /^(?:Signature\w*|Timestamp|AccessKeyId|SecurityToken|Format|Version|Action|ClientToken)$/u;

function saidIn(query: URLSearchParams): string {
  const own = [...query].filter(([name]) => !OF_ONE_REQUEST.test(name));
  return JSON.stringify(own.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Answers a call that may carry a ClientToken: the same one with the same parameters gets the first
 * answer and changes nothing (Alibaba contract, section 3). That is documented for ECS; the others
 * do as the world says. `run` is the call itself, `refuse` words this API's refusals.
 */
export function withToken(
  state: SandboxState,
  api: ApiName,
  { query, now }: ApiRequest,
  { run, refuse }: { readonly run: () => Answer; readonly refuse: (code: string) => Answer },
): Answer {
  const { tokens, behaviour } = state;
  const token = query.get('ClientToken');
  const repeated = api === 'ecsRenew' ? 'same answer' : behaviour.tokenRepeated;
  if (token === null || repeated === 'ignored') return run();
  if (!/^[\x21-\x7e]{1,64}$/u.test(token)) return refuse('InvalidClientToken.ValueNotSupported');
  const said = saidIn(query);
  const key = `${api} ${token}`;
  const before = tokens.find(key, now, behaviour.tokenLifetimeMs);
  if (before === undefined) {
    const answer = run();
    const keeps = answer.code === undefined || behaviour.tokenKeepsRefusals;
    if (keeps) tokens.remember(key, { said, at: now, answer });
    return answer;
  }
  if (before.said !== said) return refuse(behaviour.tokenMismatchCode);
  if (now - before.at < behaviour.tokenBusyMs) return refuse('Idempotence.Processing');
  return repeated === 'refused' ? refuse('Duplicated.ClientToken') : before.answer;
}

import type { Exchange } from '../wire/exchange.ts';
import { flag, text } from '../wire/fields.ts';
import type { ProviderText } from '../wire/provider-text.ts';
import type { Verdict } from '../wire/verdict.ts';
import { type Api, APIS } from './api.ts';
import {
  callerRefused,
  isThrottle,
  isUnclear,
  refusalOf,
  throttled,
} from './errors/error-table.ts';
import { parseBody } from './parse-body.ts';
import { shape } from './shape.ts';

const envelope = shape({ Code: text, Message: text, Success: flag });

/** Words for success in `Code` (Alibaba contract, section 2). */
const SUCCESS: ReadonlySet<string> = new Set(['success', '200', 'ok', '0']);

type Answered = Extract<Exchange, { kind: 'answered' }>;

/**
 * Tells the three answers apart (money rule 2). The code decides, never the HTTP status: pages
 * disagree on it, and a failure comes under 200 with `Success` false (Alibaba contract, sections 2 and
 * 6.5). The status counts where no code came: 401 and 403 refuse the caller of a call that only reads,
 * and all else is unknown. Whatever is unclear about a call that spends is unknown, an unlisted code
 * too (section 9): only a look tells what it did.
 */
export function classify(api: Api, answer: Exchange, clean: ProviderText): Verdict {
  if (answer.kind === 'silent') {
    return { kind: 'unknown', detail: clean(answer.detail), body: undefined, text: '' };
  }
  const body = answer.complete ? parseBody(answer.text) : undefined;
  const base = { body, text: answer.text };
  const said = envelope.safeParse(body);
  const { Code: code, Message: message, Success: success } = said.success ? said.data : SILENCE;
  if (succeeded(answer.status, code, success)) return withoutCode(api, answer, base);
  if (code === null || SUCCESS.has(code.toLowerCase())) {
    if (success === false) {
      return { ...base, kind: 'unknown', detail: clean(`no success: ${message ?? ''}`) };
    }
    return withoutCode(api, answer, base);
  }
  if (isThrottle(code)) {
    const refusal = refusalOf(api, code, message ?? '', clean);
    return { ...base, kind: 'throttled', refusal, retryAfter: answer.retryAfter };
  }
  if (isUnclear(api, code, answer.status)) {
    const detail = clean(`HTTP ${answer.status}, ${code}: ${message ?? ''}`);
    return { ...base, kind: 'unknown', detail };
  }
  return {
    ...base,
    kind: 'refused',
    refusal: refusalOf(api, code, message ?? '', clean, answer.status),
  };
}

const SILENCE = { Code: null, Message: null, Success: null } as const;

function succeeded(status: number, code: string | null, success: boolean | null): boolean {
  if (status < 200 || status >= 300) return false;
  return success ?? (code === null || SUCCESS.has(code.toLowerCase()));
}

function withoutCode(
  api: Api,
  { status, complete, text, retryAfter }: Answered,
  base: { readonly body: unknown; readonly text: string },
): Verdict {
  if (status === 429) return { ...base, kind: 'throttled', refusal: throttled(), retryAfter };
  const refusesCaller = status === 401 || status === 403;
  if (refusesCaller && APIS[api].effect === 'reads') {
    return { ...base, kind: 'refused', refusal: callerRefused(status) };
  }
  const unknown = (detail: string): Verdict => ({ ...base, kind: 'unknown', detail });
  if (status < 200 || status >= 300) return unknown(`HTTP ${status} without a code`);
  if (!complete) return unknown('the answer broke off');
  if (text.trim() === '') return unknown('the answer was empty');
  return base.body === undefined ? unknown('the answer was no JSON') : { ...base, kind: 'done' };
}

import * as z from 'zod/mini';
import { type Api, APIS, BODILESS } from './api.ts';
import {
  callerRefused,
  isKeyRefusal,
  isThrottle,
  isUnclear,
  listedError,
  refusalOf,
  refusesCaller,
  saysSuccess,
  throttled,
} from './errors/error-table.ts';
import type { Exchange } from '../wire/exchange.ts';
import { text } from '../wire/fields.ts';
import type { ProviderText } from '../wire/provider-text.ts';
import type { Verdict } from '../wire/verdict.ts';

const failureBody = z.object({ error_code: text, error_msg: text });

/**
 * Tells the three answers apart (money rule 2). The code decides, never the HTTP status: the
 * contract shows the same codes under 200, 400 and 500. The status counts only where no known code
 * came: 2xx is success, 429 is throttling, 401 and 403 refuse the caller, an unlisted code is a
 * refusal below 500, and everything else leaves the outcome unknown. A call that changes something
 * and is answered by a mere status is unknown all the same: the look that follows is refused clearly.
 */
export function classify(api: Api, answer: Exchange, clean: ProviderText): Verdict {
  if (answer.kind === 'silent') {
    return { kind: 'unknown', detail: clean(answer.detail), body: undefined, text: '' };
  }
  const body = answer.complete ? parse(answer.text) : undefined;
  const said = failureBody.safeParse(body);
  const code = said.success ? said.data.error_code : null;
  const message = (said.success ? said.data.error_msg : null) ?? '';
  const base = { body, text: answer.text };
  if (code === null || saysSuccess(code)) {
    return withoutCode(api, answer, base, clean);
  }
  if (isUnclear(code)) {
    return { ...base, kind: 'unknown', detail: clean(`${code}: ${message}`) };
  }
  if (isThrottle(code)) {
    const refusal = refusalOf(api, code, message, clean);
    return { ...base, kind: 'throttled', refusal, retryAfter: answer.retryAfter };
  }
  if (listedError(api, code) === null) {
    if (answer.status === 429) {
      const refusal = throttled(code, message, clean);
      return { ...base, kind: 'throttled', refusal, retryAfter: answer.retryAfter };
    }
    if (answer.status >= 500 && !isKeyRefusal(code)) {
      return {
        ...base,
        kind: 'unknown',
        detail: clean(`HTTP ${answer.status}, ${code}: ${message}`),
      };
    }
  }
  return { ...base, kind: 'refused', refusal: refusalOf(api, code, message, clean, answer.status) };
}

function withoutCode(
  api: Api,
  answer: Extract<Exchange, { kind: 'answered' }>,
  base: { readonly body: unknown; readonly text: string },
  clean: ProviderText,
): Verdict {
  const { status, retryAfter } = answer;
  if (status === 429) {
    return { ...base, kind: 'throttled', refusal: throttled(null, '', clean), retryAfter };
  }
  if (refusesCaller(status) && !APIS[api].changes) {
    return { ...base, kind: 'refused', refusal: callerRefused(status) };
  }
  const unknown = (detail: string): Verdict => ({ ...base, kind: 'unknown', detail });
  if (!isSuccess(status)) return unknown(`HTTP ${status} without a code`);
  if (!answer.complete) return unknown('the answer broke off');
  if (answer.text.trim() === '') {
    return BODILESS.has(api) ? { ...base, kind: 'done' } : unknown('the answer was empty');
  }
  return base.body === undefined ? unknown('the answer was no JSON') : { ...base, kind: 'done' };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import { DateTime } from 'luxon';

import type { WireRequest } from '../../frame/calls/answer.ts';
import { refuse, type Answer } from './answer.ts';
import type { ApiName } from '../api.ts';
import { sameSignature } from '../../frame/calls/signing.ts';
import { canonicalRequest, parseAuthorization, signatureOf } from './signature.ts';
import type { SandboxState } from '../state.ts';

/** Five signature failures in a row block a key for five minutes (section 8.2). */
export const KEY_RULE = { failures: 5, blockMs: 5 * 60_000 } as const;

const SKEW = 15 * 60_000;

function unauthorised(detail: string, code = 'APIGW.0301'): Answer {
  return {
    status: 401,
    body: {
      error_code: code,
      error_msg: `Incorrect IAM authentication information: ${detail}`,
      request_id: 'sandbox',
    },
    code,
  };
}

function single(value: string | string[] | undefined): string {
  return [value ?? ''].flat()[0] ?? '';
}

function keyProblem(state: SandboxState, request: WireRequest): Answer | undefined {
  const { world, keyGuard } = state;
  const authorization = parseAuthorization(single(request.headers['authorization']));
  if (authorization === undefined) {
    const token = request.headers['x-auth-token'] !== undefined;
    return unauthorised(token ? 'decrypt token fail' : 'x-auth-token not found');
  }
  const token = single(request.headers['x-security-token']);
  const known = authorization.accessKey === world.accessKey && !keyGuard.refused;
  if (!known || token !== (world.securityToken ?? '')) return unauthorised('Get secretKey failed');
  if (keyGuard.isBlocked(state.clock())) {
    return unauthorised('AK access failed to reach the limit,forbidden');
  }
  return undefined;
}

function signatureProblem(state: SandboxState, request: WireRequest): Answer | undefined {
  const now = state.clock();
  const { signedHeaders, signature } = parseAuthorization(
    single(request.headers['authorization']),
  )!;
  const date = single(request.headers['x-sdk-date']);
  const canonical = canonicalRequest(request, signedHeaders);
  const correct =
    signedHeaders.includes('x-sdk-date') &&
    sameSignature(signatureOf(canonical, date, state.world.secretKey), signature);
  if (state.keyGuard.note(correct, now)) state.note({ kind: 'signature', at: now, correct });
  if (!correct) {
    return unauthorised(`verify aksk signature fail, canonicalRequest: ${canonical}`);
  }
  const at = DateTime.fromFormat(date, "yyyyMMdd'T'HHmmss'Z'", { zone: 'utc' });
  if (at.isValid && Math.abs(now - at.toMillis()) <= SKEW) return undefined;
  return unauthorised('request date expired', state.behaviour.skewCode);
}

/** The refusal of the gateway's rate limit (Huawei contract, section 9). */
export function throttled(state: SandboxState, api: ApiName): Answer {
  const { throttleCode, throttleStatus, retryAfterSeconds } = state.behaviour;
  const limit = state.throttle.limitOf(api);
  return {
    status: throttleStatus,
    body: {
      error_code: throttleCode,
      error_msg: `The throttling threshold has been reached: policy user over ratelimit,limit:${limit},time:1 second`,
      request_id: 'sandbox',
    },
    code: throttleCode,
    ...(retryAfterSeconds === null
      ? {}
      : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  };
}

/** Signature, then throttle, then permission (section 14); undefined lets the call through. */
export function admit(state: SandboxState, api: ApiName, request: WireRequest): Answer | undefined {
  const problem = keyProblem(state, request) ?? signatureProblem(state, request);
  if (problem !== undefined) return problem;
  if (!state.throttle.admits(api, state.clock())) return throttled(state, api);
  return state.account.denied.has(api) ? refuse(state, api, 'CBC.0151') : undefined;
}

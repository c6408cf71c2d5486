import type { Answer, WireRequest } from '../../frame/calls/answer.ts';
import { sameSignature, sha256 } from '../../frame/calls/signing.ts';
import { type ApiName, isBss } from '../api.ts';
import type { SandboxState } from '../state.ts';
import { refuse, refuseBss } from './answer.ts';
import { canonicalRequest, parseAuthorization, signatureOf, signatureV1Of } from './signature.ts';

const SKEW = 15 * 60_000;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u;

function single(value: string | string[] | undefined): string {
  return [value ?? ''].flat()[0] ?? '';
}

/** What a call says of itself, whichever way it is signed. */
interface Claim {
  readonly accessKey: string;
  readonly token: string;
  readonly date: string;
  readonly nonce: string;
  /** Whether the signature is right. */
  readonly isSigned: (secretKey: string) => boolean;
}

/** Host, a body's type and everything that begins with x-acs- has to be signed (section 6.3). */
function mustBeSigned({ headers }: WireRequest): string[] {
  return Object.keys(headers).filter(
    (name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'),
  );
}

function claimV3(request: WireRequest): Claim | undefined {
  const { headers, body } = request;
  const authorization = parseAuthorization(single(headers['authorization']));
  if (authorization === undefined) return undefined;
  const { accessKey, signedHeaders, signature } = authorization;
  if (!mustBeSigned(request).every((name) => signedHeaders.includes(name))) return undefined;
  return {
    accessKey,
    token: single(headers['x-acs-security-token']),
    date: single(headers['x-acs-date']),
    nonce: single(headers['x-acs-signature-nonce']),
    isSigned: (secretKey) =>
      single(headers['x-acs-content-sha256']) === sha256(body) &&
      sameSignature(signatureOf(canonicalRequest(request, signedHeaders), secretKey), signature),
  };
}

function claimV1({ method, target, headers, body }: WireRequest): Claim | undefined {
  const type = single(headers['content-type']);
  const isForm = type.includes('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? Buffer.from(body).toString('utf8') : '');
  const { searchParams } = new URL(target, 'http://sandbox');
  const parameters = new URLSearchParams([...searchParams, ...form]);
  const given = (name: string): string => parameters.get(name) ?? '';
  const known = given('SignatureMethod') === 'HMAC-SHA1' && given('SignatureVersion') === '1.0';
  if (!known || given('Signature') === '') return undefined;
  return {
    accessKey: given('AccessKeyId'),
    token: given('SecurityToken'),
    date: given('Timestamp'),
    nonce: given('SignatureNonce'),
    isSigned: (secretKey) =>
      sameSignature(signatureV1Of(method, parameters, secretKey), given('Signature')),
  };
}

/** The refusal of a call that is not well signed (Alibaba contract, sections 6.1 to 6.5). */
function signatureProblem(state: SandboxState, request: WireRequest): Answer | undefined {
  const { world, behaviour, keyGuard, nonces } = state;
  const now = state.clock();
  const claim = claimV3(request) ?? claimV1(request);
  if (claim === undefined) return refuse('IncompleteSignature');
  if (!DATE.test(claim.date)) return refuse('InvalidTimeStamp.Format');
  if (!(Math.abs(now - Date.parse(claim.date)) <= SKEW)) return refuse('InvalidTimeStamp.Expired');
  const known = claim.accessKey === world.accessKey && claim.token === (world.securityToken ?? '');
  if (!known) {
    return refuse('InvalidAccessKeyId.NotFound', { status: behaviour.unknownKeyStatus });
  }
  if (keyGuard.refused) return refuse('InvalidAccessKeyId.Inactive');
  if (!claim.isSigned(world.secretKey)) {
    return refuse('SignatureDoesNotMatch', { status: behaviour.signatureStatus });
  }
  if (claim.nonce === '') return refuse('MissingSignatureNonce');
  return nonces.admits(claim.nonce, now) ? undefined : refuse('SignatureNonceUsed');
}

/** The refusal of a call that comes too often (Alibaba contract, sections 6.4 and 6.5). */
export function throttled({ behaviour }: SandboxState): Answer {
  const { throttleCode, throttleStatus, retryAfter } = behaviour;
  return {
    ...refuse(throttleCode, { status: throttleStatus }),
    ...(retryAfter === null ? {} : { headers: { 'x-acs-retry-after': String(retryAfter) } }),
  };
}

/** Signature, then throttle, then permission; undefined lets the call through. */
export function admit(state: SandboxState, api: ApiName, request: WireRequest): Answer | undefined {
  const problem = signatureProblem(state, request);
  if (problem !== undefined) return problem;
  if (!state.throttle.admits(api, state.clock())) return throttled(state);
  if (!state.account.denied.has(api)) return undefined;
  return isBss(api) ? refuseBss(state, 'NotAuthorized') : refuse('Forbidden.RAM');
}

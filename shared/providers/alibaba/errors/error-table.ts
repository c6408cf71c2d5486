import type { Refusal, Remedy } from '../../../renewal/answer.ts';
import { reason } from '../../../reasons/reason.ts';
import type { ProviderText } from '../../wire/provider-text.ts';
import { type Api, APIS } from '../api.ts';
import { ACCOUNT_ERRORS } from './account-errors.ts';
import type { ListedError } from './listed-error.ts';
import { REQUEST_ERROR, RESOURCE_ERRORS } from './resource-errors.ts';

/** Codes that leave open what the call did (Alibaba contract, sections 1.1 and 9). Never a refusal. */
const UNCLEAR =
  /^(?:NetworkIOError|UndefinedError|ExternalFailure)$|^(?:Internal|System)\.?Error|ServiceUnavailable/iu;

/**
 * Codes that tell of another call with this token or this very signature (Alibaba contract, sections
 * 3, 6.5 and 6.6): it may be one of ours that was not heard of, or a copy that the net made, and may have
 * renewed. So they say nothing clear of a call that spends.
 */
const SENT_BEFORE: ReadonlySet<string> = new Set([
  'LastTokenProcessing',
  'Idempotence.Processing',
  'IdempotentParameterMismatch',
  'IdempotenceParamNotMatch',
  'Duplicated.ClientToken',
  'LX_REQUEST_TOKEN_CONFLICT',
  'SignatureNonceUsed',
]);

const ALL: readonly ListedError[] = [...ACCOUNT_ERRORS, ...RESOURCE_ERRORS, REQUEST_ERROR];
const EXACT = new Map(ALL.flatMap((error) => error.codes.map((code) => [code, error] as const)));

/** Longer than any code seen, for codes that are none. */
const LONGEST_CODE = 64;

/** Whether the call was turned away for being one too many. */
export function isThrottle(code: string): boolean {
  return code.includes('Throttling');
}

/** Whether the key or its signature is wrong: no other call with it fares better. */
export function isKeyRefusal(code: string): boolean {
  return listedError(code)?.reason === 'alibaba-key-refused';
}

/** What is known of a code, by its exact spelling before any likeness; null: nothing. */
export function listedError(code: string): ListedError | null {
  return EXACT.get(code) ?? ALL.find(({ like }) => like?.test(code) === true) ?? null;
}

/**
 * Whether the code leaves open what happened: of any call those that say so; of one that spends, also
 * those that no table lists (section 9: to be verified). Under a status of 500 and more an unlisted
 * code is a fault of the provider's whatever was called.
 */
export function isUnclear(api: Api, code: string, status: number): boolean {
  if (UNCLEAR.test(code)) return true;
  const spends = APIS[api].effect === 'spends';
  if (SENT_BEFORE.has(code)) return spends || code === 'SignatureNonceUsed';
  return listedError(code) === null && (spends || status >= 500);
}

/**
 * The refusal that a clear code stands for. What is about a resource makes no sense of a call without
 * one: an order's own state decides then, and a request for nothing that is rejected is our fault. What
 * is unlisted suspends where the status refuses the caller (money rule 11).
 */
export function refusalOf(
  api: Api,
  code: string,
  message: string,
  clean: ProviderText,
  status: number | null = null,
): Refusal {
  const shown = { code: clean(code).slice(0, LONGEST_CODE), message: clean(message) };
  const listed = listedError(code);
  if (listed === null) {
    return status === 401 || status === 403 ? refused(shown) : unexpected(shown);
  }
  const { about } = APIS[api];
  if (about === 'account' && listed === REQUEST_ERROR) {
    return { ...shown, remedy: 'suspend', reason: reason('alibaba-request-rejected') };
  }
  return { ...shown, remedy: remedyFor(about, listed.remedy), reason: reason(listed.reason) };
}

function remedyFor(about: (typeof APIS)[Api]['about'], remedy: Remedy): Remedy {
  if (remedy !== 'split' || about === 'resource') return remedy;
  return about === 'order' ? 'read order' : 'unlisted';
}

type Shown = Pick<Refusal, 'code' | 'message'>;

const said = ({ code, message }: Shown): string => (message === '' ? code : `${code}: ${message}`);

function refused(shown: Shown): Refusal {
  return {
    ...shown,
    remedy: 'suspend',
    reason: reason('alibaba-caller-refused', { said: said(shown) }),
  };
}

function unexpected(shown: Shown): Refusal {
  return {
    ...shown,
    remedy: 'unlisted',
    reason: reason('alibaba-unexpected-code', { said: said(shown) }),
  };
}

/** The refusal that status 401 or 403 stands for where no code comes with it. */
export function callerRefused(status: number): Refusal {
  return refused({ code: `HTTP ${status}`, message: '' });
}

/** The refusal that status 429 stands for where no code comes with it. */
export function throttled(): Refusal {
  const why = reason('alibaba-too-many-requests');
  return { code: 'HTTP 429', message: '', remedy: 'wait', reason: why };
}

/** The refusal of every call where the stored keys cannot be used: nothing is sent. */
export const KEYS_UNUSABLE: Refusal = {
  code: 'keys',
  message: '',
  remedy: 'suspend',
  reason: reason('keys-unusable'),
};

/** The refusal of a call whose product has no known host: nothing is sent. */
export const NO_ADDRESS: Refusal = {
  code: 'address',
  message: '',
  remedy: 'row',
  reason: reason('address-not-known'),
};

/** The refusal of the one resource that a call was about. */
export function named(refusal: Refusal): Refusal {
  return refusal.remedy === 'split' ? { ...refusal, remedy: 'row' } : refusal;
}

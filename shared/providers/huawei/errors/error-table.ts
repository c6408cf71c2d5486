import type { Refusal, Remedy } from '../../../renewal/answer.ts';
import type { Api } from '../api.ts';
import { reason } from '../../../reasons/reason.ts';
import type { ProviderText } from '../../wire/provider-text.ts';
import { ACCOUNT_ERRORS } from './account-errors.ts';
import type { ListedError } from './listed-error.ts';
import { CALL_REJECTED, ORDER_ERRORS } from './order-errors.ts';
import { RESOURCE_ERRORS } from './resource-errors.ts';

/**
 * Codes that leave open whether the call had its effect: "other error", and a backend that did not
 * answer the gateway (Huawei contract, sections 1.2 and 9). Never a refusal.
 */
const UNCLEAR: ReadonlySet<string> = new Set(['CBC.0999', 'APIGW.0201']);

/**
 * Refused by the gateway before the operation began (Huawei contract, section 9): the only refusals
 * after which any call, also one that spends, may be made again without a look (money rule 2).
 */
const THROTTLED: ReadonlySet<string> = new Set(['APIGW.0308', 'CBC.0250']);

/** The gateway refuses the caller: key, signature, user, address, token (sections 8.2 and 12). */
const CALLER_REFUSED = /^APIGW\.03\d\d$/u;

/** The word for success that some answers of this provider carry as their code (section 7). */
const SUCCESS = 'CBC.0000';

/** A price could not be calculated, whatever the last digits say (section 12). */
const PRICING = /^CBC\.99006\d{3}$/u;

const LISTED = byCode([...ACCOUNT_ERRORS, ...RESOURCE_ERRORS, ...ORDER_ERRORS]);
const REJECTED = byCode(CALL_REJECTED);

/** Longer than any code seen, for codes that are none. */
const LONGEST_CODE = 64;

/** The calls that carry resource ids, for which alone `split` and `row` make sense. */
const WITH_RESOURCES: ReadonlySet<Api> = new Set<Api>(['query', 'price', 'renew']);
const ABOUT_RESOURCES: ReadonlySet<Remedy> = new Set<Remedy>(['split', 'row']);
const ABOUT_ORDERS: ReadonlySet<Remedy> = new Set<Remedy>([
  'read order',
  'refuse discount',
  'drop order',
  'hold project',
]);

function byCode(errors: readonly ListedError[]): ReadonlyMap<string, ListedError> {
  return new Map(errors.flatMap((error) => error.codes.map((code) => [code, error] as const)));
}

/** The gateway spells its codes with and without the W (section 9). */
function oneSpelling(code: string): string {
  return code.replace(/^APIG\./u, 'APIGW.');
}

/** Whether an `error_code` says that all went well. */
export function saysSuccess(code: string): boolean {
  return code === SUCCESS;
}

/** Whether the code leaves open what happened. */
export function isUnclear(code: string): boolean {
  return UNCLEAR.has(oneSpelling(code));
}

/** Whether the call was turned away for being one too many, before it did anything. */
export function isThrottle(code: string): boolean {
  return THROTTLED.has(oneSpelling(code));
}

/**
 * Whether the gateway refused the caller: no other call with that key fares better, and five answers
 * to a wrong key in a row block it (section 8.2).
 */
export function isKeyRefusal(code: string): boolean {
  return CALLER_REFUSED.test(oneSpelling(code)) && !isThrottle(code);
}

/** Whether an answer's status says that the caller is refused, whatever was asked for (section 12). */
export function refusesCaller(status: number): boolean {
  return status === 401 || status === 403;
}

/** Whether the code says that an unpaid order holds the resource (sections 1.2 and 3). */
export function isLock(code: string): boolean {
  return code === 'CBC.30050010' || code === 'CBC.99003100';
}

/** What is known of a code in the answer of one API; null: in no table. */
export function listedError(api: Api, code: string): ListedError | null {
  const spelled = oneSpelling(code);
  const own = WITH_RESOURCES.has(api) ? undefined : REJECTED.get(spelled);
  const listed = LISTED.get(spelled);
  // Some of these digits mean something else in the answer of pay: here they are about the price.
  const isPricing = api === 'price' && PRICING.test(spelled);
  const pricing = isPricing ? LISTED.get('CBC.99006006') : undefined;
  const known = isPricing && listed !== undefined && isSenseless(api, listed) ? undefined : listed;
  return own ?? known ?? pricing ?? null;
}

/**
 * The refusal that a clear code stands for. `renew`, `price` and `query` are refused with nothing
 * but suspend, split, row, later, wait and unlisted; calls about an order never with split or row: a code
 * that turns up where its remedy makes no sense is unlisted there, with its reason kept. What is
 * unlisted suspends where the gateway's code or the status refuses the caller: that is the account's
 * affair and never one row's (money rule 11). `status`: of the answer, or null for a resource that
 * is named in one.
 */
export function refusalOf(
  api: Api,
  code: string,
  message: string,
  clean: ProviderText,
  status: number | null = null,
): Refusal {
  const shown = { code: clean(code).slice(0, LONGEST_CODE), message: clean(message) };
  const caller = isKeyRefusal(code) || (status !== null && refusesCaller(status));
  const listed = listedError(api, code);
  if (listed === null) {
    return { ...shown, ...(caller ? refused(shown) : unexpected(shown.code, shown.message)) };
  }
  const { remedy, reason: id } = listed;
  const unlisted = caller ? 'suspend' : 'unlisted';
  return { ...shown, remedy: isSenseless(api, listed) ? unlisted : remedy, reason: reason(id) };
}

function isSenseless(api: Api, { remedy }: ListedError): boolean {
  return (WITH_RESOURCES.has(api) ? ABOUT_ORDERS : ABOUT_RESOURCES).has(remedy);
}

function refused({
  code,
  message,
}: Pick<Refusal, 'code' | 'message'>): Pick<Refusal, 'remedy' | 'reason'> {
  const said = message === '' ? code : `${code}: ${message}`;
  return { remedy: 'suspend', reason: reason('caller-refused', { said }) };
}

/** The refusal that status 401 or 403 stands for where no code comes with it. */
export function callerRefused(status: number): Refusal {
  const shown = { code: `HTTP ${status}`, message: '' };
  return { ...shown, ...refused(shown) };
}

/** The refusal of every call where the stored keys cannot be used: nothing is sent. */
export const KEYS_UNUSABLE: Refusal = {
  code: 'keys',
  message: '',
  remedy: 'suspend',
  reason: reason('keys-unusable'),
};

function unexpected(code: string, message: string): Omit<Refusal, 'code' | 'message'> {
  const said = message === '' ? code : `${code}: ${message}`;
  return {
    remedy: 'unlisted',
    reason: reason('unexpected-code', { said }),
  };
}

/** The refusal that HTTP status 429 stands for where no listed code comes with it (section 9). */
export function throttled(code: string | null, message: string, clean: ProviderText): Refusal {
  const { remedy, reason: id } = LISTED.get('APIGW.0308')!;
  const shown = code === null ? 'HTTP 429' : clean(code).slice(0, LONGEST_CODE);
  return { code: shown, message: clean(message), remedy, reason: reason(id) };
}

/** The refusal of a resource that the answer names: what is split among many is given up alone. */
export function named(refusal: Refusal): Refusal {
  return refusal.remedy === 'split' ? { ...refusal, remedy: 'row' } : refusal;
}

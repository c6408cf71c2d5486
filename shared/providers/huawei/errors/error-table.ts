import type { Refusal, Remedy } from '../../../renewal/answer.ts';
import type { Api } from '../api.ts';
import { reason } from '../../../reasons/reason.ts';
import type { ProviderText } from '../provider-text.ts';
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

/** The key, its signature or the time of it was refused by the gateway (section 8.2). */
const KEY_REFUSED: ReadonlySet<string> = new Set(['APIGW.0301', 'APIGW.0303']);

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

/** Whether the gateway refused the key: five such answers in a row block it (section 8.2). */
export function isKeyRefusal(code: string): boolean {
  return KEY_REFUSED.has(oneSpelling(code));
}

/** Whether the code says that an unpaid order holds the resource (sections 1.2 and 3). */
export function isLock(code: string): boolean {
  return code === 'CBC.30050010' || code === 'CBC.99003100';
}

/** What is known of a code in the answer of one API; null: in no table. */
export function listedError(api: Api, code: string): ListedError | null {
  const spelled = oneSpelling(code);
  const own = WITH_RESOURCES.has(api) ? undefined : REJECTED.get(spelled);
  const pricing = api === 'price' && PRICING.test(spelled) ? LISTED.get('CBC.99006006') : undefined;
  return own ?? LISTED.get(spelled) ?? pricing ?? null;
}

/**
 * The refusal that a clear code stands for. `renew`, `price` and `query` are refused with nothing
 * but suspend, split, row, later, wait and unlisted; calls about an order never with split or row: a code
 * that turns up where its remedy makes no sense is unlisted there, with its reason kept.
 */
export function refusalOf(api: Api, code: string, message: string, clean: ProviderText): Refusal {
  const shown = { code: clean(code).slice(0, LONGEST_CODE), message: clean(message) };
  const listed = listedError(api, code);
  if (listed === null) return { ...shown, ...unexpected(shown.code, shown.message) };
  const { remedy, reason: id } = listed;
  const senseless = WITH_RESOURCES.has(api) ? ABOUT_ORDERS : ABOUT_RESOURCES;
  return { ...shown, remedy: senseless.has(remedy) ? 'unlisted' : remedy, reason: reason(id) };
}

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

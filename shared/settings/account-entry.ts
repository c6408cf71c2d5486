import * as z from 'zod/mini';
import type { Account } from './account.ts';
import { money } from '../values/money.ts';
import { readTerm } from '../values/term.ts';
import { isZone } from '../values/wall-time.ts';
import { HEADING_MEANINGS, headingsSchema, headingTwice } from './known-headings.ts';
import { completeExport, EXPORT_FIELDS, exportSchema } from './export-entry.ts';

const NAME = 'must be 1 to 40 lower-case letters, digits and dashes';
const PROVIDER = 'must be "huawei", the only provider there is so far';
const ENDPOINT =
  'must be the base URL of the billing API without a path, such as "https://bss-intl.myhuaweicloud.com"';
const CURRENCY = 'must be the ISO 4217 code of a currency, such as "USD"';
const ZONE = 'must be the name of a time zone, such as "Asia/Shanghai"';
const TERM = 'must be a term such as "1 month" or "1 year", or "none"';
const PERCENT = 'must be a percentage from 0 to 100, such as 2.5';
/** More than anyone renews for, and far from where a number is no longer exact to the cent. */
const MOST = 1_000_000_000_000;
const AMOUNT = `must be an amount from 0 to ${MOST}, such as 10 or "10.50"`;
const TOLERANCE = 'must be such as {"percent": 2, "absolute": "10.00"}';
const CEILING = `must be an amount above 0 and up to ${MOST}, such as 5000 or "5000.00", or "none"`;
const DISCOUNT = 'must be "best", "none" or the id of the one discount to use';
const EXPIRE_POLICY = 'must be a whole number from 0 to 3, or "none"';
const IAM_USER = 'must be the name of an IAM user, or "none"';
const ORDER_URL =
  'must be a web address with {order} where the number of the order goes, or "none"';
const KEY = 'must be text';

/** Left out, null and "none" mean the same for these. */
const OPTIONAL = new Set([
  'defaultTerm',
  'maxJobAmount',
  'maxRowAmount',
  'iamUser',
  'expirePolicy',
  'orderUrl',
  'resumeEveryHours',
  'headings',
  'priceTolerance',
  'export',
]);

/** `discount` keeps its null: whether that is "best" or "none" nobody should have to guess. */
function withoutNone(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([field, value]) =>
        !(value === null && field !== 'discount') && !(value === 'none' && OPTIONAL.has(field)),
    ),
  );
}

function url(text: string): URL | null {
  const read = URL.parse(text);
  return read !== null && /^https?:$/u.test(read.protocol) ? read : null;
}

function isBase(text: string): boolean {
  const read = url(text);
  return read !== null && (text === read.origin || text === `${read.origin}/`);
}

const decimal = (says: string, accepts: (value: number) => boolean) =>
  z
    .union([z.number(says), z.string(says).check(z.regex(/^\d+(\.\d+)?$/u, says))], says)
    .check(z.refine((value) => accepts(Number(value)), says));

const isCeiling = (value: number): boolean => value > 0 && value <= MOST;

const wholeNumber = (most: number) => {
  const says = `must be a whole number from 1 to ${most}`;
  return z.int(says).check(z.gte(1, says), z.lte(most, says));
};

/** Parts of a day or an hour are fine. A job’s plan is kept for 90 days, so it must be over by then. */
const duration = (unit: string, most: number) => {
  const says = `must be a number of ${unit} above 0 and up to ${most}`;
  return z.number(says).check(z.gt(0, says), z.lte(most, says));
};

const text = (says: string, accepts: (value: string) => boolean) =>
  z.string(says).check(z.refine(accepts, says));

/** The fields in the order in which problems are told. */
const fields = {
  name: text(NAME, (name) => /^[a-z\d-]{1,40}$/u.test(name)),
  provider: z.literal('huawei', PROVIDER),
  endpoint: text(ENDPOINT, isBase),
  accessKey: z.optional(text(KEY, (key) => key.length > 0)),
  secretKey: z.optional(text(KEY, (key) => key.length > 0)),
  currency: z._default(
    text(CURRENCY, (code) => Intl.supportedValuesOf('currency').includes(code)),
    'USD',
  ),
  expiryZone: z._default(text(ZONE, isZone), 'Asia/Shanghai'),
  defaultTerm: z.optional(text(TERM, (term) => readTerm(term).kind === 'term')),
  priceTolerance: z.prefault(
    z.strictObject(
      {
        percent: z._default(
          decimal(PERCENT, (value) => value >= 0 && value <= 100),
          0,
        ),
        absolute: z._default(
          decimal(AMOUNT, (value) => value >= 0 && value <= MOST),
          '0',
        ),
      },
      TOLERANCE,
    ),
    {},
  ),
  jobValidityDays: z._default(duration('days', 30), 3),
  callsPerSecond: z._default(wholeNumber(10_000), 10),
  discount: z._default(
    text(DISCOUNT, (id) => /^\S+$/u.test(id)),
    'best',
  ),
  maxRows: z._default(wholeNumber(1_000_000), 10_000),
  maxJobAmount: z.optional(decimal(CEILING, isCeiling)),
  maxRowAmount: z.optional(decimal(CEILING, isCeiling)),
  hiddenRows: z._default(z.enum(['skip', 'renew'], 'must be "skip" or "renew"'), 'skip'),
  confirmHours: z._default(duration('hours', 720), 24),
  iamUser: z.optional(text(IAM_USER, (name) => /\S/u.test(name))),
  expirePolicy: z.optional(
    z.int(EXPIRE_POLICY).check(z.gte(0, EXPIRE_POLICY), z.lte(3, EXPIRE_POLICY)),
  ),
  orderUrl: z.optional(text(ORDER_URL, (link) => link.includes('{order}') && url(link) !== null)),
  autoRenewRows: z._default(z.enum(['leave', 'renew'], 'must be "leave" or "renew"'), 'leave'),
  resumeEveryHours: z.optional(duration('hours', 720)),
  headings: z.optional(
    headingsSchema.check((payload) => {
      const twice = headingTwice(payload.value);
      if (twice === null) return;
      const message = `must name each heading once, but "${twice}" stands there twice`;
      payload.issues.push({ code: 'custom', message, input: payload.value });
    }),
  ),
  export: z.optional(exportSchema),
} as const;

/** The names of all settings, and of those inside one of them, for telling a mistyped one. */
export const knownFields: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(fields),
  priceTolerance: ['percent', 'absolute'],
  headings: HEADING_MEANINGS,
  export: EXPORT_FIELDS,
};

const entryFields = z.strictObject(fields, 'must be an object with the settings of one account');

function complete(entry: z.output<typeof entryFields>): AccountEntry {
  const { accessKey, secretKey, defaultTerm, ...rest } = entry;
  const plain = (amount: string | number): string => money(amount, entry.currency).amount;
  const ceiling = (amount: string | number | undefined): string | null =>
    amount === undefined ? null : plain(amount);
  const reading = defaultTerm === undefined ? null : readTerm(defaultTerm);
  const term = reading?.kind === 'term' ? reading.term : null;
  const account: Account = {
    ...rest,
    endpoint: new URL(entry.endpoint).origin,
    defaultTerm: term,
    priceTolerance: {
      percent: Number(entry.priceTolerance.percent),
      absolute: plain(entry.priceTolerance.absolute),
    },
    maxJobAmount: ceiling(entry.maxJobAmount),
    maxRowAmount: ceiling(entry.maxRowAmount),
    iamUser: entry.iamUser ?? null,
    expirePolicy: entry.expirePolicy ?? null,
    orderUrl: entry.orderUrl ?? null,
    resumeEveryHours: entry.resumeEveryHours ?? null,
    headings: entry.headings ?? {},
    export: completeExport(entry.export, {
      expiryZone: entry.expiryZone,
      defaultTerm: term,
    }),
  };
  return { account, accessKey: accessKey ?? null, secretKey: secretKey ?? null };
}

/** One entry of `accounts.json`: the account with all defaults, and its keys where they stood there. */
export interface AccountEntry {
  readonly account: Account;
  readonly accessKey: string | null;
  readonly secretKey: string | null;
}

/**
 * One entry of `accounts.json`. Amounts are in the account's currency; every message says what the
 * field must be. Fields that are not known are refused, for a mistyped ceiling would be no ceiling.
 */
export const accountSchema = z.pipe(
  z.pipe(z.transform(withoutNone), entryFields),
  z.transform(complete),
);

import * as z from 'zod/mini';
import type { GeneralSettings } from './account.ts';
import { LANGUAGES } from '../reasons/entry.ts';
import { money } from '../values/money.ts';
import { readTerm } from '../values/term.ts';
import { isZone } from '../values/wall-time.ts';
import { HEADING_MEANINGS, headingsSchema, headingTwice } from './known-headings.ts';
import { completeExport, EXPORT_FIELDS, exportSchema } from './export-entry.ts';
import {
  decimal,
  duration,
  text,
  wholeNumber,
  type WrittenSettings,
  writtenSettings,
} from './setting-kinds.ts';

/** Rows of a file: the most that was measured from a file to its results (`npm run bench -- --widest`). */
const MOST_ROWS = 10_000;

const NAME = 'must be 1 to 40 lower-case letters, digits and dashes';
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
const KEY = 'must be text';

const isCeiling = (value: number): boolean => value > 0 && value <= MOST;

/** The fields in the order in which problems are told. */
const fields = {
  name: text(NAME, (name) => /^[a-z\d-]{1,40}$/u.test(name)),
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
  // A job’s plan is kept for 90 days, so it must be over by then.
  jobValidityDays: z._default(duration('days', 30), 3),
  discount: z._default(
    text(DISCOUNT, (id) => /^\S+$/u.test(id)),
    'best',
  ),
  // No more than the functions' memory carries from a file to its results.
  maxRows: z._default(wholeNumber(MOST_ROWS), MOST_ROWS),
  maxJobAmount: z.optional(decimal(CEILING, isCeiling)),
  maxRowAmount: z.optional(decimal(CEILING, isCeiling)),
  hiddenRows: z._default(z.enum(['skip', 'renew'], 'must be "skip" or "renew"'), 'skip'),
  confirmHours: z._default(duration('hours', 720), 24),
  autoRenewRows: z._default(z.enum(['leave', 'renew'], 'must be "leave" or "renew"'), 'leave'),
  whenSilent: z._default(
    z.enum(['suspend', 'continue'], 'must be "suspend" or "continue"'),
    'suspend',
  ),
  resumeEveryHours: z.optional(duration('hours', 720)),
  language: z.optional(z.enum(LANGUAGES, 'must be "en" for English or "zh" for Chinese')),
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

/** What all accounts may set, and their keys where they stood in the file. */
export interface GeneralEntry {
  readonly settings: GeneralSettings;
  readonly accessKey: string | null;
  readonly secretKey: string | null;
}

/** The settings inside one of the others, by its name, for telling a mistyped one. */
export const INNER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  priceTolerance: ['percent', 'absolute'],
  headings: HEADING_MEANINGS,
  export: EXPORT_FIELDS,
};

/**
 * What every account may set besides its provider, as it stands in `accounts.json`. Amounts are in the account's
 * currency; every message says what the field must be.
 */
export const generalWritten: WrittenSettings<GeneralEntry> = writtenSettings({
  fields,
  optional: [
    'defaultTerm',
    'maxJobAmount',
    'maxRowAmount',
    'resumeEveryHours',
    'language',
    'headings',
    'priceTolerance',
    'export',
  ],
  notNull: ['discount'],
  complete: ({ accessKey, secretKey, defaultTerm, ...rest }) => {
    const plain = (amount: string | number): string => money(amount, rest.currency).amount;
    const ceiling = (amount: string | number | undefined): string | null =>
      amount === undefined ? null : plain(amount);
    const reading = defaultTerm === undefined ? null : readTerm(defaultTerm);
    const term = reading?.kind === 'term' ? reading.term : null;
    const settings: GeneralSettings = {
      ...rest,
      defaultTerm: term,
      priceTolerance: {
        percent: Number(rest.priceTolerance.percent),
        absolute: plain(rest.priceTolerance.absolute),
      },
      maxJobAmount: ceiling(rest.maxJobAmount),
      maxRowAmount: ceiling(rest.maxRowAmount),
      resumeEveryHours: rest.resumeEveryHours ?? null,
      language: rest.language ?? null,
      headings: rest.headings ?? {},
      export: completeExport(rest.export, { expiryZone: rest.expiryZone, defaultTerm: term }),
    };
    return { settings, accessKey: accessKey ?? null, secretKey: secretKey ?? null };
  },
});

import * as z from 'zod/mini';
import { LEFT_OUT_REASONS, RENEWAL_MODES, RESOURCE_STATUSES } from '../survey/survey.ts';
import { moneySchema, termSchema } from './domain-schemas.ts';

const text = z.nullable(z.string());
const instant = z.nullable(z.number());
const words = z.nullable(z.array(z.string()));

const resource = {
  resourceId: z.string(),
  name: text,
  serviceCode: text,
  serviceName: text,
  region: text,
  enterpriseProject: z.nullable(z.object({ id: z.string(), name: text })),
  status: z.nullable(z.enum(RESOURCE_STATUSES)),
  expiry: instant,
  mode: z.nullable(z.enum(RENEWAL_MODES)),
  attached: z.int(),
  months: z.optional(z.readonly(z.array(z.int()))),
};
/** A resource as it is kept between the pieces of a survey or a dry run. */
export const resourceSchema = z.object(resource);

const rowSchema = z.object({
  ...resource,
  term: termSchema,
  price: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('priced'),
      list: z.nullable(moneySchema),
      price: moneySchema,
      discount: z.nullable(moneySchema),
    }),
    z.object({ kind: z.literal('not told') }),
    z.object({
      kind: z.literal('not renewable'),
      code: z.string(),
      reason: z.string(),
      advice: z.string(),
    }),
  ]),
  last: z.optional(z.object({ at: z.number(), paid: z.nullable(moneySchema), term: termSchema })),
});

const leftOutSchema = z.object({
  ...resource,
  because: z.enum(LEFT_OUT_REASONS),
  detail: z.string(),
});

const questionSchema = z.object({
  account: z.string(),
  what: z.string(),
  title: z.string(),
  filter: z.object({
    expiresFrom: instant,
    expiresBefore: instant,
    ids: words,
    order: text,
    statuses: z.nullable(z.array(z.enum(RESOURCE_STATUSES))),
    serviceTypes: words,
    withoutServiceTypes: z.array(z.string()),
    regions: words,
    enterpriseProjects: words,
    names: words,
    withoutAutoRenewing: z.boolean(),
  }),
  term: termSchema,
});

/** What was asked, by whom (null: the schedule) and when; pinned before anything is asked of a provider. */
export const askedSchema = z.object({
  survey: z.string(),
  question: questionSchema,
  at: z.number(),
  by: text,
});

/** One page of the listing: what is wanted of it, and what is left out. */
export const listPieceSchema = z.object({
  resources: z.array(resourceSchema),
  leftOut: z.array(leftOutSchema),
  next: text,
  total: z.nullable(z.int()),
  /** The whole list is read again when it has changed under way; from 0. */
  reading: z.int(),
  /** Whether the total has changed since the first page of this reading. */
  changed: z.boolean(),
});

/** What is to be priced, soonest expiry first, in pieces of so many. */
export const choosePieceSchema = z.object({
  resources: z.array(resourceSchema),
  leftOut: z.array(leftOutSchema),
  size: z.int().check(z.positive()),
});

/** Some of the resources, priced at a moment. */
export const pricePieceSchema = z.object({
  at: z.number(),
  rows: z.array(rowSchema),
  leftOut: z.array(leftOutSchema),
});

/** The whole survey, from which the files are written. */
export const assemblePieceSchema = z.object({
  id: z.string(),
  question: questionSchema,
  askedAt: z.number(),
  pricedAt: z.number(),
  currency: z.string(),
  zone: z.string(),
  rows: z.array(rowSchema),
  leftOut: z.array(leftOutSchema),
  balance: z.nullable(moneySchema),
  lastRenewals: z.optional(z.enum(['read', 'not all read'])),
  rowsPerFile: z.int().check(z.positive()),
});

/** That a file was written. */
export const writePieceSchema = z.object({ key: z.string(), of: z.int() });

/** How a survey ended. */
export const endSchema = z.object({ kind: z.enum(['ready', 'failed']), at: z.number() });

export type AskedSurvey = z.output<typeof askedSchema>;
export type ListPiece = z.output<typeof listPieceSchema>;
export type ChoosePiece = z.output<typeof choosePieceSchema>;
export type PricePiece = z.output<typeof pricePieceSchema>;

import { ALIBABA_ACCOUNT_REASONS } from './alibaba-account-reasons.ts';
import { ALIBABA_RESOURCE_REASONS } from './alibaba-resource-reasons.ts';
import { AUDIT_REASONS } from './audit-reasons.ts';
import { CELL_REASONS } from './cell-reasons.ts';
import { CHECK_REASONS } from './check-reasons.ts';
import type { Entry } from './entry.ts';
import { FILE_REASONS } from './file-reasons.ts';
import { HUAWEI_ACCOUNT_REASONS } from './huawei-account-reasons.ts';
import { HUAWEI_ORDER_REASONS } from './huawei-order-reasons.ts';
import { HUAWEI_RESOURCE_REASONS } from './huawei-resource-reasons.ts';
import { JOB_REASONS } from './job-reasons.ts';
import { LINE_REASONS } from './line-reasons.ts';
import { ORDER_REASONS } from './order-reasons.ts';
import { PURCHASE_REASONS } from './purchase-reasons.ts';
import { QUOTE_REASONS } from './quote-reasons.ts';
import { READING_REASONS } from './reading-reasons.ts';
import { ROW_REASONS } from './row-reasons.ts';

/** Texts that were stored before reasons had ids, and what a person wrote: said as they are. */
const AS_TOLD = {
  'as-told': {
    en: { reason: '{reason}', advice: '{advice}' },
    zh: { reason: '{reason}', advice: '{advice}' },
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** Every sentence that people read about a row, an order, a file or a job, by the id of its reason. */
export const CATALOGUE = {
  ...AS_TOLD,
  ...ROW_REASONS,
  ...ORDER_REASONS,
  ...PURCHASE_REASONS,
  ...JOB_REASONS,
  ...AUDIT_REASONS,
  ...CHECK_REASONS,
  ...FILE_REASONS,
  ...QUOTE_REASONS,
  ...LINE_REASONS,
  ...CELL_REASONS,
  ...READING_REASONS,
  ...HUAWEI_ACCOUNT_REASONS,
  ...HUAWEI_ORDER_REASONS,
  ...HUAWEI_RESOURCE_REASONS,
  ...ALIBABA_ACCOUNT_REASONS,
  ...ALIBABA_RESOURCE_REASONS,
} as const satisfies Readonly<Record<string, Entry>>;

/** The id of a reason: code decides by it, never by a text. */
export type ReasonId = keyof typeof CATALOGUE;

/** All ids of reasons. */
export const REASON_IDS = Object.keys(CATALOGUE) as [ReasonId, ...ReasonId[]];

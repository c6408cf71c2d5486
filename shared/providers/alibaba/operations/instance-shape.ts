import type * as z from 'zod/mini';
import { integer, moment, text } from '../../wire/fields.ts';
import { listOf, shape } from '../shape.ts';

const instance = shape({
  InstanceID: text,
  ProductCode: text,
  ProductType: text,
  SubscriptionType: text,
  Region: text,
  Status: text,
  EndTime: moment,
  RenewStatus: text,
});

/** One instance as the billing interface shows it (Alibaba contract, section 2.2). */
export type Instance = z.output<typeof instance>;

/** An answer with some of them; whatever may be absent is null. */
export const instancePage = shape({
  Data: shape({ TotalCount: integer, InstanceList: listOf('Instance', instance) }),
});

/** What becomes of an instance at its end: `RenewStatus` of section 2.2. */
export function renewsItself({ RenewStatus: status }: Pick<Instance, 'RenewStatus'>): boolean {
  return status?.toLowerCase() === 'autorenewal';
}

/** Whether it is set to end. */
export function isToEnd({ RenewStatus: status }: Pick<Instance, 'RenewStatus'>): boolean {
  return status?.toLowerCase() === 'notrenewal';
}

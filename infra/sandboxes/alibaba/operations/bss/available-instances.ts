import { z } from 'zod';

import { shownExpiry } from '../../../frame/world/expiry.ts';
import { utcText } from '../../../frame/world/utc-text.ts';
import { type Operation, refuseBss, succeedBss } from '../../gateway/answer.ts';
import { onRightSite, pageSizeOf, refuseParameters } from '../../gateway/bss.ts';
import { count, readParameters } from '../../gateway/parameters.ts';
import { readAt } from '../../items/as-seen.ts';
import { isGone, type Item } from '../../items/item.ts';
import type { SandboxState } from '../../state.ts';
import { renewStatusSchema } from '../../world/world-item.ts';
import { utcTime } from './utc-time.ts';

const DAY = 86_400_000;
/** Days before the expiry from which an instance waits for it: the page names no number. */
const ABOUT_TO_EXPIRE = 15;
const MAX_PAGE = 300;

const listSchema = z
  .object({
    Region: z.string().optional(),
    ProductCode: z.string().optional(),
    ProductType: z.string().optional(),
    SubscriptionType: z.enum(['Subscription', 'PayAsYouGo']).optional(),
    InstanceIDs: z
      .string()
      .transform((text) => text.split(',').map((id) => id.trim()))
      .pipe(z.array(z.string().min(1)).max(100))
      .optional(),
    EndTimeStart: utcTime.optional(),
    EndTimeEnd: utcTime.optional(),
    CreateTimeStart: utcTime.optional(),
    CreateTimeEnd: utcTime.optional(),
    RenewStatus: renewStatusSchema.optional(),
    PageNum: count.pipe(z.int().min(1)).default(1),
    PageSize: count.pipe(z.int().min(1)).default(20),
  })
  .refine(({ Region, ProductCode }) => Region === undefined || ProductCode !== undefined, {
    path: ['ProductCode'],
  });

type Asked = z.output<typeof listSchema>;

function statusOf(item: Item, end: number, at: number): string {
  if (item.kind === 'instance' && item.fixedStatus !== undefined) return item.fixedStatus;
  if (end <= at) return 'Expired';
  return end - at <= ABOUT_TO_EXPIRE * DAY ? 'WaitForExpire' : 'Normal';
}

function renewStatusOf(item: Item): z.output<typeof renewStatusSchema> {
  if (item.kind === 'instance') return item.renewStatus;
  return item.autoRenew ? 'AutoRenewal' : 'ManualRenewal';
}

function viewOf(state: SandboxState, item: Item, at: number): Record<string, unknown> {
  const end = shownExpiry(item, at);
  const renewStatus = renewStatusOf(item);
  const release = utcText(end + state.behaviour.releasedAfterDays * DAY);
  return {
    InstanceID: item.instanceId,
    ProductCode: item.productCode,
    ProductType: item.productType,
    SubscriptionType: item.kind === 'instance' ? item.subscriptionType : 'Subscription',
    Region: item.kind === 'instance' ? item.region : '',
    Status: statusOf(item, end, at),
    SubStatus: item.kind === 'instance' ? item.subStatus : 'Normal',
    CreateTime: utcText(item.created),
    EndTime: utcText(end),
    ExpectedReleaseTime: release,
    RenewStatus: renewStatus,
    ...(renewStatus === 'AutoRenewal' && item.kind === 'instance'
      ? { RenewalDuration: item.renewalDuration, RenewalDurationUnit: 'M' }
      : {}),
    OwnerId: Number(state.world.accountId),
    Seller: '26842',
    SellerId: 26_842,
  };
}

function inside(at: number, from: number | undefined, to: number | undefined): boolean {
  return at >= (from ?? -Infinity) && at <= (to ?? Infinity);
}

function matches(item: Item, asked: Asked, at: number): boolean {
  const region = item.kind === 'instance' ? item.region : '';
  const type = item.kind === 'instance' ? item.subscriptionType : 'Subscription';
  return (
    (asked.InstanceIDs?.includes(item.instanceId) ?? true) &&
    (asked.Region ?? region) === region &&
    (asked.ProductCode ?? item.productCode) === item.productCode &&
    (asked.ProductType ?? item.productType) === item.productType &&
    (asked.SubscriptionType ?? type) === type &&
    (asked.RenewStatus ?? renewStatusOf(item)) === renewStatusOf(item) &&
    inside(shownExpiry(item, at), asked.EndTimeStart, asked.EndTimeEnd) &&
    inside(item.created, asked.CreateTimeStart, asked.CreateTimeEnd)
  );
}

/** QueryAvailableInstances (Alibaba contract, section 2.2): an empty list proves nothing. */
export const bssInstances: Operation = onRightSite((state, { query, now }) => {
  const read = readParameters(listSchema, query);
  if (read.kind === 'wrong') return refuseParameters(state, read);
  const size = pageSizeOf(state, read.value.PageSize, MAX_PAGE);
  if (size === undefined) return refuseBss(state, 'InvalidParameter');
  const { behaviour } = state;
  const at = readAt(state, 'bssInstances', now);
  const listed = [...state.items.values()]
    .filter(({ kind }) => kind === 'instance' || behaviour.domainsAvailable)
    .filter(({ id }) => behaviour.bssSite === 'right' && !behaviour.hiddenFromLists.includes(id))
    .filter((item) => !isGone(item, behaviour, now))
    .filter((item) => matches(item, read.value, at));
  const from = (read.value.PageNum - 1) * size;
  return succeedBss(state, {
    PageNum: read.value.PageNum,
    PageSize: size,
    TotalCount: listed.length,
    InstanceList: listed.slice(from, from + size).map((item) => viewOf(state, item, at)),
  });
});

import { z } from 'zod';

import { shownExpiry } from '../../../frame/world/expiry.ts';
import { utcText } from '../../../frame/world/utc-text.ts';
import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, readParameters } from '../../gateway/parameters.ts';
import { readAt } from '../../items/as-seen.ts';
import { type Instance, isGone } from '../../items/item.ts';
import type { SandboxState } from '../../state.ts';

const MAX_IDS = 100;

const ids = z
  .string()
  .transform((text, context) => {
    try {
      return z.array(z.string()).max(MAX_IDS).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .optional();

const listSchema = z.object({
  RegionId: z.string().min(1),
  InstanceIds: ids,
  PageNumber: count.pipe(z.int().min(1)).default(1),
  PageSize: count.pipe(z.int().min(1).max(100)).default(10),
});

/** UTC to the minute, whatever the page's text says (Alibaba contract, section 3). */
function expiredTime({ behaviour }: SandboxState, instance: Instance, at: number): string {
  const text = utcText(shownExpiry(instance, at));
  return behaviour.ecsExpiredTime === 'seconds' ? text : text.replace(/:\d\dZ$/u, 'Z');
}

/** ECS DescribeInstances: one region's, with the expiry that the product itself knows. */
export const ecsInstances: Operation = (state, { query, now }) => {
  const read = readParameters(listSchema, query);
  if (read.kind === 'wrong') return refuse(codeOf(read));
  const { RegionId, InstanceIds, PageNumber, PageSize } = read.value;
  const at = readAt(state, 'ecsInstances', now);
  const { hiddenFromLists } = state.behaviour;
  const found = [...state.items.values()]
    .filter((item) => item.kind === 'instance')
    .filter(({ product, region }) => product === 'ecs' && region === RegionId)
    .filter(({ id }) => InstanceIds?.includes(id) ?? true)
    .filter((item) => !hiddenFromLists.includes(item.id) && !isGone(item, state.behaviour, now));
  const from = (PageNumber - 1) * PageSize;
  return succeed({
    TotalCount: found.length,
    PageNumber,
    PageSize,
    Instances: {
      Instance: found.slice(from, from + PageSize).map((item) => ({
        InstanceId: item.id,
        InstanceName: item.name,
        RegionId: item.region,
        InstanceChargeType: item.subscriptionType === 'Subscription' ? 'PrePaid' : 'PostPaid',
        ExpiredTime: expiredTime(state, item, at),
      })),
    },
  });
};

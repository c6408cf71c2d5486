import { z } from 'zod';

import type { Answer } from '../../../frame/calls/answer.ts';
import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, readParameters } from '../../gateway/parameters.ts';
import { isGone } from '../../items/item.ts';
import { quoted } from '../../items/pricing.ts';
import type { SandboxState } from '../../state.ts';

/** What a price call says of an instance, or its refusal. */
function priced(
  state: SandboxState,
  product: string,
  { id, months }: { readonly id: string; readonly months: number },
  now: number,
): { readonly price: object } | { readonly refusal: Answer } {
  const item = state.items.get(id);
  if (item?.kind !== 'instance' || item.product !== product || isGone(item, state.behaviour, now)) {
    const gone = product === 'ecs' ? 'InvalidInstanceId.NotFound' : 'InvalidDBInstanceId.NotFound';
    return { refusal: refuse(gone) };
  }
  if (item.errors.price !== undefined) return { refusal: refuse(item.errors.price) };
  const { gross, pretax } = quoted(item, months);
  const trade = state.behaviour.tradePrice === 'list' ? gross : pretax;
  return {
    price: {
      Currency: state.world.currency,
      OriginalPrice: Number(gross.toFixed(2)),
      DiscountPrice: Number(gross.minus(trade).toFixed(2)),
      TradePrice: Number(trade.toFixed(2)),
    },
  };
}

const ecsTerm = z
  .object({
    RegionId: z.string().min(1),
    ResourceId: z.string().min(1),
    ResourceType: z.literal('instance'),
    Period: count,
    PriceUnit: z.enum(['Month', 'Year']).default('Month'),
  })
  .refine(({ Period, PriceUnit }) => Period >= 1 && Period <= (PriceUnit === 'Month' ? 9 : 3), {
    path: ['Period'],
  });

/** ECS DescribeRenewalPrice (Alibaba contract, section 3). Creates nothing. */
export const ecsPrice: Operation = (state, { query, now }) => {
  const read = readParameters(ecsTerm, query);
  if (read.kind === 'wrong') return refuse(codeOf(read));
  const { ResourceId, Period, PriceUnit } = read.value;
  const months = PriceUnit === 'Year' ? 12 * Period : Period;
  const came = priced(state, 'ecs', { id: ResourceId, months }, now);
  if ('refusal' in came) return came.refusal;
  return succeed({ PriceInfo: { Price: came.price, Rules: { Rule: [] } } });
};

const dbTerm = z
  .object({
    DBInstanceId: z.string().min(1),
    TimeType: z.enum(['Year', 'Month']),
    UsedTime: count,
  })
  .refine(({ TimeType, UsedTime }) => UsedTime >= 1 && UsedTime <= (TimeType === 'Month' ? 9 : 3), {
    path: ['UsedTime'],
  });

/** RDS and MongoDB DescribeRenewalPrice; that MongoDB's looks alike is our reading. */
function dbPrice(product: 'rds' | 'mongodb'): Operation {
  return (state, { query, now }) => {
    const read = readParameters(dbTerm, query);
    if (read.kind === 'wrong') return refuse(codeOf(read));
    const { DBInstanceId, TimeType, UsedTime } = read.value;
    const months = TimeType === 'Year' ? 12 * UsedTime : UsedTime;
    const came = priced(state, product, { id: DBInstanceId, months }, now);
    return 'refusal' in came
      ? came.refusal
      : succeed({ PriceInfo: { ...came.price, Coupons: { Coupon: [] } } });
  };
}

export const rdsPrice = dbPrice('rds');
export const mongodbPrice = dbPrice('mongodb');

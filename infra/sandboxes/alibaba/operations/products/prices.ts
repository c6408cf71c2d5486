import { z } from 'zod';

import type { Answer } from '../../../frame/calls/answer.ts';
import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, readParameters } from '../../gateway/parameters.ts';
import { isGone } from '../../items/item.ts';
import { quoted } from '../../items/pricing.ts';
import type { SandboxState } from '../../state.ts';

/** Amounts in the main unit of the currency. */
interface Price {
  readonly currency: string;
  readonly original: number;
  readonly off: number;
  readonly trade: number;
}

/** What a price call says of an instance, or its refusal. */
function priced(
  state: SandboxState,
  product: string,
  { id, months }: { readonly id: string; readonly months: number },
  now: number,
): Price | { readonly refusal: Answer } {
  const item = state.items.get(id);
  if (item?.kind !== 'instance' || item.product !== product || isGone(item, state.behaviour, now)) {
    const gone = product === 'ecs' ? 'InvalidInstanceId.NotFound' : 'InvalidDBInstanceId.NotFound';
    return { refusal: refuse(gone) };
  }
  if (item.errors.price !== undefined) return { refusal: refuse(item.errors.price) };
  const { gross, pretax } = quoted(item, months);
  const trade = state.behaviour.tradePrice === 'list' ? gross : pretax;
  return {
    currency: state.world.currency,
    original: Number(gross.toFixed(2)),
    off: Number(gross.minus(trade).toFixed(2)),
    trade: Number(trade.toFixed(2)),
  };
}

/** A price as ECS and RDS write it. */
function priceOf({ currency, original, off, trade }: Price): object {
  return { Currency: currency, OriginalPrice: original, DiscountPrice: off, TradePrice: trade };
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
  return succeed({ PriceInfo: { Price: priceOf(came), Rules: { Rule: [] } } });
};

const rdsTerm = z
  .object({
    DBInstanceId: z.string().min(1),
    TimeType: z.enum(['Year', 'Month']),
    UsedTime: count,
  })
  .refine(({ TimeType, UsedTime }) => UsedTime >= 1 && UsedTime <= (TimeType === 'Month' ? 9 : 3), {
    path: ['UsedTime'],
  });

/** RDS DescribeRenewalPrice (Alibaba contract, section 3). */
export const rdsPrice: Operation = (state, { query, now }) => {
  const read = readParameters(rdsTerm, query);
  if (read.kind === 'wrong') return refuse(codeOf(read));
  const { DBInstanceId, TimeType, UsedTime } = read.value;
  const months = TimeType === 'Year' ? 12 * UsedTime : UsedTime;
  const came = priced(state, 'rds', { id: DBInstanceId, months }, now);
  if ('refusal' in came) return came.refusal;
  return succeed({ PriceInfo: { ...priceOf(came), Coupons: { Coupon: [] } } });
};

/** MongoDB DescribeRenewalPrice: of one month, in a shape that is seen alone (section 3). */
export const mongodbPrice: Operation = (state, { query, now }) => {
  const read = readParameters(z.object({ DBInstanceId: z.string().min(1) }), query);
  if (read.kind === 'wrong') return refuse(codeOf(read));
  const came = priced(state, 'mongodb', { id: read.value.DBInstanceId, months: 1 }, now);
  if ('refusal' in came) return came.refusal;
  if (state.behaviour.mongodbPrice === 'PriceInfo') return succeed({ PriceInfo: priceOf(came) });
  const { currency, original, off, trade } = came;
  const amounts = { OriginalAmount: original, DiscountAmount: off, TradeAmount: trade };
  return succeed({ Order: { Currency: currency, ...amounts } });
};

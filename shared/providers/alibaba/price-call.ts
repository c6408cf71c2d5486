import type { Call } from './client.ts';
import { NO_COUPON } from './no-coupon.ts';
import type { Instance } from './operations/instance-shape.ts';
import { wayOf } from './ways.ts';

/**
 * The call that prices the renewal of an instance for so many months; null: there is none (Alibaba
 * contract, section 3). Servers and RDS take one to nine months, or one to three years. MongoDB's call
 * prices a month whatever the term is, as its page says: for any other its price would be a wrong one.
 * The month is named all the same, in case it has the fields of RDS.
 */
export function priceCall(id: string, instance: Instance, months: number): Call | null {
  const period = periodOf(months);
  const found = wayOf(instance);
  if (period === null || found === null) return null;
  const { Region: region } = instance;
  const inTime = { DBInstanceId: id, TimeType: period.unit, UsedTime: period.count };
  switch (found.way) {
    case 'ecs':
      return region === null ? null : serverCall(id, region, period);
    case 'rds':
      return { api: 'priceRds', region, query: inTime };
    case 'dds': {
      const query = { ...inTime, CouponNo: NO_COUPON };
      return months === 1 ? { api: 'priceDds', region, query } : null;
    }
    case 'kvstore':
    case 'swas':
    case 'hbase':
    case 'bss':
    case 'domain':
      return null;
  }
}

interface Period {
  readonly unit: 'Month' | 'Year';
  readonly count: string;
}

function serverCall(id: string, region: string, { unit, count }: Period): Call {
  return {
    api: 'priceEcs',
    region,
    query: {
      RegionId: region,
      ResourceId: id,
      ResourceType: 'instance',
      Period: count,
      PriceUnit: unit,
    },
  };
}

function periodOf(months: number): Period | null {
  if (months <= 9) return { unit: 'Month', count: `${months}` };
  return months % 12 === 0 && months <= 36 ? { unit: 'Year', count: `${months / 12}` } : null;
}

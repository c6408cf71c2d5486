import { expiryOf } from '../../../frame/world/expiry.ts';
import { utcText } from '../../../frame/world/utc-text.ts';
import { shownId } from '../../orders/order-id.ts';
import type { RenewCodes } from '../../orders/renew-item.ts';
import { productRenewal } from './product-renewal.ts';

const TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const CODES: RenewCodes = {
  gone: 'InvalidInstanceId.NotFound',
  payAsYouGo: 'ChargeTypeViolation',
  wrongStatus: 'IncorrectInstanceStatus',
  busy: 'LastOrderProcessing',
  unpaid: 'Instance.UnPaidOrder',
};

/** RDS and its neighbours speak of a DB instance. */
const DB_CODES: RenewCodes = {
  ...CODES,
  gone: 'InvalidDBInstanceId.NotFound',
  busy: 'SYSTEM.CONCURRENT_OPERATE',
  unpaid: 'OrderStatus.UnPaid',
};

/** ECS: months alone, no choice of paying. */
export const ecsRenew = productRenewal({
  api: 'ecsRenew',
  product: 'ecs',
  id: 'InstanceId',
  period: 'Period',
  months: [...TO_NINE, 12],
  needs: { PeriodUnit: /^Month$/u },
  autoPay: true,
  codes: CODES,
  token: true,
});

/** RDS: leaves an unpaid order unless AutoPay is True. */
export const rdsRenew = productRenewal({
  api: 'rdsRenew',
  product: 'rds',
  id: 'DBInstanceId',
  period: 'Period',
  months: [...TO_NINE, 12, 24, 36, 48, 60],
  autoPay: false,
  codes: DB_CODES,
  token: true,
  longId: true,
});

/** Tair: tells the new end beside the order. */
export const tairRenew = productRenewal({
  api: 'tairRenew',
  product: 'tair',
  id: 'InstanceId',
  period: 'Period',
  months: [...TO_NINE, 12, 24, 36],
  autoPay: true,
  codes: { ...DB_CODES, gone: CODES.gone },
  token: true,
  answer: (state, order, item) => ({
    OrderId: shownId(state, order.id),
    EndTime: utcText(order.status === 'Paid' ? order.usage.end : expiryOf(item)),
  }),
});

/** MongoDB. */
export const mongodbRenew = productRenewal({
  api: 'mongodbRenew',
  product: 'mongodb',
  id: 'DBInstanceId',
  period: 'Period',
  months: [...TO_NINE, 12, 24, 36],
  autoPay: true,
  codes: DB_CODES,
  token: true,
});

/** Simple Application Server: its answer names no order. */
export const swasRenew = productRenewal({
  api: 'swasRenew',
  product: 'swas',
  id: 'InstanceId',
  period: 'Period',
  months: [1, 3, 6, 12, 24, 36],
  needs: { RegionId: /./u },
  autoPay: true,
  codes: CODES,
  token: true,
  answer: () => ({}),
});

/** HBase: no token, and whether it pays is not documented. */
export const hbaseRenew = productRenewal({
  api: 'hbaseRenew',
  product: 'hbase',
  id: 'ClusterId',
  period: 'Duration',
  months: [...TO_NINE, 12, 24, 36],
  needs: { PricingCycle: /^month$/iu },
  autoPay: null,
  codes: { ...CODES, gone: 'Instance.NotFound' },
  token: false,
  longId: true,
});

import { z } from 'zod';

import type { Answer, ApiRequest } from '../../../frame/calls/answer.ts';
import { type Operation, refuseBss, succeedBss } from '../../gateway/answer.ts';
import { onRightSite, refuseParameters } from '../../gateway/bss.ts';
import { count, readParameters } from '../../gateway/parameters.ts';
import { withToken } from '../../gateway/with-token.ts';
import type { Instance } from '../../items/item.ts';
import { shownId } from '../../orders/order-id.ts';
import { renewItem } from '../../orders/renew-item.ts';
import type { SandboxState } from '../../state.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36];

/** They have renewal calls of their own (Alibaba contract, section 2.1). */
const REFUSED = ['ecs', 'rds', 'tair'];

const CODES = {
  gone: 'ResourceNotExists',
  payAsYouGo: 'ResourceStatusError',
  wrongStatus: 'ResourceStatusError',
  busy: 'SYSTEM.CONCURRENT_OPERATE',
  unpaid: 'Order.InstHasUnpaidOrder',
} as const;

const renewSchema = z.object({
  ProductCode: z.string().min(1),
  ProductType: z.string().optional(),
  InstanceId: z.string().min(1),
  RenewPeriod: count.refine((months) => MONTHS.includes(months)),
});

function run(state: SandboxState, { query, now }: ApiRequest): Answer {
  const read = readParameters(renewSchema, query);
  if (read.kind === 'wrong') return refuseParameters(state, read);
  const { ProductCode, ProductType = '', InstanceId, RenewPeriod } = read.value;
  const found = state.items.get(InstanceId);
  const isNamed = (item: Instance): boolean =>
    item.productCode === ProductCode && (ProductType === '' || item.productType === ProductType);
  const item = found?.kind === 'instance' && isNamed(found) ? found : undefined;
  if (REFUSED.includes(item?.product ?? ProductCode)) {
    return refuseBss(state, state.behaviour.bssWrongProductCode);
  }
  const { bssUnpaid: whenUnpaid, orderIdInRefusal } = state.behaviour;
  const asked = { item, months: RenewPeriod, pays: true, codes: CODES, whenUnpaid };
  const came = renewItem(state, asked, now);
  const order = came.order === null ? undefined : { OrderId: shownId(state, came.order.id) };
  if (came.kind === 'ordered') return succeedBss(state, order);
  return refuseBss(state, came.error, orderIdInRefusal ? order : undefined);
}

/** RenewInstance: one instance; makes an order and pays it (Alibaba contract, section 2.1). */
export const bssRenew: Operation = onRightSite((state, request) =>
  withToken(state, 'bssRenew', request, {
    run: () => run(state, request),
    refuse: (code) => refuseBss(state, code),
  }),
);

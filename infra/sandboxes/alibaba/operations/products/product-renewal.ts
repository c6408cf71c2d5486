import type { Answer } from '../../../frame/calls/answer.ts';
import type { ApiName } from '../../api.ts';
import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { flag } from '../../gateway/parameters.ts';
import { withToken } from '../../gateway/with-token.ts';
import type { Instance } from '../../items/item.ts';
import type { Order } from '../../orders/order.ts';
import { shownId } from '../../orders/order-id.ts';
import { type RenewCodes, renewItem } from '../../orders/renew-item.ts';
import type { SandboxState } from '../../state.ts';

/** One product's own way to renew (Alibaba contract, section 3). */
export interface ProductRenewal {
  readonly api: ApiName;
  readonly product: string;
  /** The parameters that name the instance and the term. */
  readonly id: string;
  readonly period: string;
  readonly months: readonly number[];
  /** What else has to be given, and the values that it may have. */
  readonly needs?: Readonly<Record<string, RegExp>>;
  /** Whether it pays by itself where AutoPay is not given; null where there is no AutoPay. */
  readonly autoPay: boolean | null;
  readonly codes: RenewCodes;
  /** Whether it knows a ClientToken. */
  readonly token: boolean;
  /** Whether its page has the order id as a number. */
  readonly longId?: true;
  readonly answer?: (state: SandboxState, order: Order, item: Instance) => object;
}

type Asked =
  | { readonly id: string; readonly months: number; readonly pays: boolean }
  | { readonly wrong: string };

function asked(
  { id, period, months, needs = {}, autoPay }: ProductRenewal,
  { behaviour }: SandboxState,
  query: URLSearchParams,
): Asked {
  const missing = [id, period, ...Object.keys(needs)].find((name) => !query.has(name));
  if (missing !== undefined) return { wrong: `Missing${missing}` };
  const bad = Object.entries(needs).find(([name, values]) => !values.test(query.get(name) ?? ''));
  if (bad !== undefined) return { wrong: `Invalid${bad[0]}.ValueNotSupported` };
  const asks = Number(query.get(period));
  if (!months.includes(asks)) return { wrong: `Invalid${period}` };
  const given = query.get('AutoPay');
  const parsed = given === null ? undefined : flag.safeParse(given);
  if (autoPay !== null && parsed?.success === false) return { wrong: 'InvalidAutoPay' };
  const pays = autoPay === null ? behaviour.hbasePays : (parsed?.data ?? autoPay);
  return { id: query.get(id) ?? '', months: asks, pays };
}

function run(
  renewal: ProductRenewal,
  state: SandboxState,
  query: URLSearchParams,
  now: number,
): Answer {
  const what = asked(renewal, state, query);
  if ('wrong' in what) return refuse(what.wrong);
  const found = state.items.get(what.id);
  const isOurs = found?.kind === 'instance' && found.product === renewal.product;
  const came = renewItem(
    state,
    {
      item: isOurs ? found : undefined,
      months: what.months,
      pays: what.pays,
      codes: renewal.codes,
      whenUnpaid: state.behaviour.productUnpaid,
    },
    now,
  );
  const named = (order: Order): object => ({ OrderId: shownId(state, order.id, renewal.longId) });
  if (came.kind === 'refused') {
    const tells = came.order !== null && state.behaviour.orderIdInRefusal;
    return refuse(came.error, tells ? { body: named(came.order) } : {});
  }
  if (query.get('AutoRenew')?.toLowerCase() === 'true') came.item.renewStatus = 'AutoRenewal';
  return succeed(renewal.answer?.(state, came.order, came.item) ?? named(came.order));
}

/** The operation of a product's own renewal call. */
export function productRenewal(renewal: ProductRenewal): Operation {
  return (state, request) => {
    const call = (): Answer => run(renewal, state, request.query, request.now);
    if (!renewal.token) return call();
    return withToken(state, renewal.api, request, { run: call, refuse: (code) => refuse(code) });
  };
}

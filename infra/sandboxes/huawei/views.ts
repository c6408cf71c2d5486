import type { Readings } from '../frame/start-server.ts';
import type { Order } from './orders/order.ts';
import { mainIdsOf } from './orders/order.ts';
import { shownAmount } from './orders/charge-order.ts';
import { holderOf } from './orders/lock.ts';
import { totalOf } from './resources/pricing.ts';
import { expiryOf } from '../frame/world/expiry.ts';
import { statusAt } from './resources/resource.ts';
import type { SandboxState } from './state.ts';
import { utcText } from '../frame/world/utc-text.ts';

/** An order as tests read it, visible to the API or not. Amounts are decimal text. */
export interface OrderFacts {
  readonly id: string;
  readonly type: 2 | 3;
  readonly status: Order['status'];
  readonly source: 1 | 8;
  readonly by: string;
  /** Through which door it was made: the API is how a renewer orders, whoever's key it has. */
  readonly through: Order['through'];
  /** Main resources. */
  readonly resources: readonly string[];
  readonly periodType: 2 | 3;
  readonly periodNum: number;
  readonly official: string;
  /** After the discount it shows or was paid with, before coupons. */
  readonly amount: string;
  readonly createdAt: string;
  readonly deadline: string;
  readonly paidAt: string | null;
  readonly endedBy: Order['endedBy'];
}

/** A resource as tests read it, its true expiry included. */
export interface ResourceFacts {
  readonly id: string;
  readonly main: string | null;
  readonly expires: string;
  readonly status: number | 'gone';
  readonly expirePolicy: number;
  /** The order that holds it. */
  readonly heldBy: string | null;
}

/** The account as tests read it. Amounts are decimal text. */
export interface AccountFacts {
  readonly cash: string;
  readonly credit: string;
  readonly currency: string;
  readonly frozen: boolean;
}

/** The account as it stands. */
function accountFacts({ account, world }: SandboxState): AccountFacts {
  return {
    cash: account.cash.toFixed(2),
    credit: account.credit.toFixed(2),
    currency: world.currency,
    frozen: account.frozen,
  };
}

/** All orders, oldest first. */
function orderFacts(state: SandboxState): OrderFacts[] {
  return [...state.orders.values()].map((order) => ({
    id: order.id,
    type: order.type,
    status: order.status,
    source: order.source,
    by: order.userName,
    through: order.through,
    resources: mainIdsOf(order),
    periodType: order.periodType,
    periodNum: order.periodNum,
    official: totalOf(order.lines, null).toFixed(2),
    amount: shownAmount(state, order, order.id).toFixed(2),
    createdAt: utcText(order.createdAt),
    deadline: utcText(order.deadline),
    paidAt: order.payment === null ? null : utcText(order.payment.at),
    endedBy: order.endedBy,
  }));
}

/** All resources, each main one followed by its attached ones. */
function resourceFacts(state: SandboxState): ResourceFacts[] {
  return [...state.resources.values()].map((resource) => ({
    id: resource.id,
    main: resource.main,
    expires: utcText(expiryOf(resource)),
    status: statusAt(resource, state.behaviour, state.clock()),
    expirePolicy: resource.expirePolicy,
    heldBy: holderOf(state, resource.main ?? resource.id)?.id ?? null,
  }));
}

/** What a test reads of Huawei's world. */
export interface HuaweiFacts {
  readonly order: OrderFacts;
  readonly resource: ResourceFacts;
  readonly account: AccountFacts;
}

/** How that is read, each time anew. */
export function readingsOf(state: SandboxState): Readings<HuaweiFacts> {
  return {
    ledger: () => state.ledger,
    orders: () => orderFacts(state),
    resources: () => resourceFacts(state),
    account: () => accountFacts(state),
  };
}

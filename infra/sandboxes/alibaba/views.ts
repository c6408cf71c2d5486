import type { Readings } from '../frame/start-server.ts';
import { expiryOf } from '../frame/world/expiry.ts';
import { utcText } from '../frame/world/utc-text.ts';
import { isGone, type Item } from './items/item.ts';
import type { Order, PaymentStatus } from './orders/order.ts';
import type { SandboxState } from './state.ts';
import { detailStatus } from './tasks/task.ts';
import type { Payment } from './world/payment.ts';

/** An order as tests read it, visible to the API or not. Amounts are decimal text. */
export interface OrderFacts {
  readonly id: string;
  readonly status: PaymentStatus;
  readonly by: string;
  /** Through which door it was made: the API is how a renewer orders, whoever's key it has. */
  readonly through: Order['through'];
  /** The one instance's id or domain's name. */
  readonly resources: readonly string[];
  /** Months of an instance, years of a domain. */
  readonly periods: number;
  /** List price, price after discount, and that with the tax, which is charged. */
  readonly gross: string;
  readonly pretax: string;
  readonly amount: string;
  readonly createdAt: string;
  readonly paidAt: string | null;
  readonly completedAt: string | null;
}

/** An instance or a domain as tests read it, its true expiry included. */
export interface ResourceFacts {
  readonly id: string;
  readonly kind: Item['kind'];
  readonly productCode: string;
  readonly expires: string;
  /** Epoch milliseconds. */
  readonly expiresLong: number;
  readonly gone: boolean;
  /** Its unpaid order. */
  readonly heldBy: string | null;
}

/** One domain of a task as tests read it. */
export interface TaskFacts {
  readonly task: string;
  readonly domain: string;
  readonly years: number;
  readonly frozen: number;
  readonly status: 'waiting' | 'running' | 'success' | 'failure';
  readonly order: string | null;
}

/** The account as tests read it, and the tasks it has. Amounts are decimal text. */
export interface AccountFacts {
  readonly cash: string;
  readonly credit: string;
  readonly currency: string;
  readonly payment: Payment;
  readonly blocked: string | null;
  readonly tasks: readonly TaskFacts[];
}

const STATUSES = ['waiting', 'running', 'success', 'failure'] as const;

function taskFacts({ tasks, clock }: SandboxState): TaskFacts[] {
  return [...tasks.values()].flatMap(({ no, details }) =>
    details.map((detail) => ({
      task: no,
      domain: detail.domain,
      years: detail.years,
      frozen: detail.frozen,
      status: STATUSES[detailStatus(detail, clock())],
      order: detail.outcome?.kind === 'success' ? detail.outcome.order : null,
    })),
  );
}

/** The account as it stands. */
function accountFacts(state: SandboxState): AccountFacts {
  const { account, world } = state;
  return {
    cash: account.cash.toFixed(2),
    credit: account.credit.toFixed(2),
    currency: world.currency,
    payment: account.payment,
    blocked: account.blocked,
    tasks: taskFacts(state),
  };
}

function textOf(instant: number | null): string | null {
  return instant === null ? null : utcText(instant);
}

/** All orders, oldest first. */
function orderFacts({ orders }: SandboxState): OrderFacts[] {
  return [...orders.values()].map((order) => ({
    id: order.id,
    status: order.status,
    by: order.by,
    through: order.through,
    resources: [order.item],
    periods: order.periods,
    gross: order.charge.gross.toFixed(2),
    pretax: order.charge.pretax.toFixed(2),
    amount: order.charge.total.toFixed(2),
    createdAt: utcText(order.createdAt),
    paidAt: textOf(order.paidAt),
    completedAt: textOf(order.completedAt),
  }));
}

/** All instances and domains. */
function resourceFacts(state: SandboxState): ResourceFacts[] {
  const unpaid = [...state.orders.values()].filter(({ status }) => status === 'Unpaid');
  return [...state.items.values()].map((item) => ({
    id: item.id,
    kind: item.kind,
    productCode: item.productCode,
    expires: utcText(expiryOf(item)),
    expiresLong: expiryOf(item),
    gone: isGone(item, state.behaviour, state.clock()),
    heldBy: unpaid.findLast((order) => order.item === item.id)?.id ?? null,
  }));
}

/** What a test reads of Alibaba's world. */
export interface AlibabaFacts {
  readonly order: OrderFacts;
  readonly resource: ResourceFacts;
  readonly account: AccountFacts;
}

/** How that is read, each time anew. */
export function readingsOf(state: SandboxState): Readings<AlibabaFacts> {
  return {
    ledger: () => state.ledger,
    orders: () => orderFacts(state),
    resources: () => resourceFacts(state),
    account: () => accountFacts(state),
  };
}

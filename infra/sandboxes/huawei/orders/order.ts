import type { Big } from 'big.js';

import type { Offer, PeriodType } from '../resources/pricing.ts';

/** 3 processing, 4 cancelled, 5 completed, 6 pending payment (Huawei contract, section 5.1). */
export type OrderStatus = 3 | 4 | 5 | 6;

/** One line of an order: one main or attached resource. */
export interface OrderLine {
  readonly id: string;
  /** The order's own id, or the part order's where the order is a combined one. */
  readonly orderId: string;
  readonly resourceId: string;
  /** The main resource: the same id for a main resource's own line. */
  readonly mainId: string;
  readonly service: string;
  readonly serviceName: string;
  official: Big;
  offers: readonly Offer[];
  /** Expiry before this renewal and after it. */
  readonly effective: number;
  readonly expires: number;
}

/** How an order was paid; amounts in the main unit of the account's currency. */
export interface Payment {
  readonly at: number;
  readonly discount: string | null;
  /** After discount and coupons: what left the account. */
  readonly charged: Big;
  readonly coupon: Big;
}

/** An order as the sandbox keeps it. Type 2 is a renewal, 3 a change. */
export interface Order {
  readonly id: string;
  readonly type: 2 | 3;
  /** 1 made by the customer, 8 by Huawei's own machinery. */
  readonly source: 1 | 8;
  readonly userName: string;
  readonly periodType: PeriodType;
  readonly periodNum: number;
  readonly lines: readonly OrderLine[];
  readonly combined: boolean;
  readonly createdAt: number;
  deadline: number;
  status: OrderStatus;
  payment: Payment | null;
  /** When a paid order completes; null while it waits for something else. */
  completesAt: number | null;
  endedBy: 'payment' | 'cancel' | 'deadline' | 'auto-renewal' | null;
  /** When it was cancelled or completed, and let go of its resources. */
  endedAt: number | null;
  /** Through which door it was made. */
  readonly through: 'api' | 'console' | 'system';
}

/** The main resources an order covers, once each. */
export function mainIdsOf(order: Pick<Order, 'lines'>): string[] {
  return [...new Set(order.lines.map(({ mainId }) => mainId))];
}

import type { Charge } from '../items/pricing.ts';

/** PaymentStatus (Alibaba contract, section 2.5). */
export type PaymentStatus = 'Unpaid' | 'Paid' | 'Cancelled';

/** A renewal order of one item, as the sandbox keeps it. Instants in epoch milliseconds. */
export interface Order {
  /** Digits, below 2^53. */
  readonly id: string;
  /** The instance's id or the domain's name. */
  readonly item: string;
  readonly instanceId: string;
  readonly productCode: string;
  readonly productType: string;
  readonly region: string;
  /** Months of an instance, years of a domain. */
  readonly periods: number;
  /** Who made it. */
  readonly by: string;
  /** Through which door it was made. */
  readonly through: 'api' | 'console' | 'system';
  readonly createdAt: number;
  charge: Charge;
  status: PaymentStatus;
  paidAt: number | null;
  cancelledAt: number | null;
  /** When a paid order renews; null before it is paid, and once it has. */
  completesAt: number | null;
  completedAt: number | null;
  usage: { readonly start: number; readonly end: number };
}

/** Whether an order is paid and its renewal has not happened yet. */
export function isProcessing({ status, completedAt }: Order): boolean {
  return status === 'Paid' && completedAt === null;
}

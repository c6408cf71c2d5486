import type { Money } from '../../../values/money.ts';
import type { Order, Part } from '../../journal.ts';

/** A paid order with what its provider says was charged. */
export interface Charged {
  readonly part: Part;
  readonly order: Order;
  /** Null: the provider's figures differ. */
  readonly charged: Money | null;
  /** The highest of them. */
  readonly most: Money;
  readonly tax: Money | undefined;
}

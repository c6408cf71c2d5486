import type * as z from 'zod/mini';
import { decimal, maybe, text } from '../../wire/fields.ts';
import { shape } from '../shape.ts';

const PRICE = { Currency: text, OriginalPrice: decimal, TradePrice: decimal } as const;

/**
 * The answer to a price call (Alibaba contract, section 3): a server's price stands one level deeper
 * than that of RDS, and MongoDB calls its own an order.
 */
export const priceAnswer = shape({
  PriceInfo: maybe(shape({ ...PRICE, Price: maybe(shape(PRICE)) })),
  Order: maybe(shape({ Currency: text, OriginalAmount: decimal, TradeAmount: decimal })),
});

/** The price after discounts and the one before, wherever they stand; null: not shown. */
export function pricesIn({ PriceInfo: info, Order: order }: z.output<typeof priceAnswer>): {
  readonly currency: string | null;
  readonly list: string | null;
  readonly price: string | null;
} {
  const priced = info?.Price ?? info;
  return {
    currency: priced?.Currency ?? order?.Currency ?? null,
    list: priced?.OriginalPrice ?? order?.OriginalAmount ?? null,
    price: priced?.TradePrice ?? order?.TradeAmount ?? null,
  };
}

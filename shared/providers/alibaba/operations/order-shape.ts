import type * as z from 'zod/mini';
import {
  compare,
  larger,
  money,
  minus,
  roundUpToMinor,
  sum,
  zero,
  type Money,
} from '../../../values/money.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../renewal/readings.ts';
import type { Account } from '../../../settings/account.ts';
import { decimal, integer, moment, text } from '../../wire/fields.ts';
import { foreignMoney } from '../account-money.ts';
import { listOf, shape } from '../shape.ts';
import { termBetween } from '../term-between.ts';

const line = shape({
  OrderId: text,
  SubOrderId: text,
  OrderType: text,
  PaymentStatus: text,
  CreateTime: moment,
  PaymentTime: moment,
  Currency: text,
  PretaxAmount: decimal,
  PretaxGrossAmount: decimal,
  AfterTaxAmount: decimal,
  Tax: decimal,
  Operator: text,
  InstanceIDs: text,
  UsageStartTime: moment,
  UsageEndTime: moment,
});

/** An order, or a part of one, as list and details show it (Alibaba contract, section 2.5). */
export type OrderLine = z.output<typeof line>;

/** An answer with orders: the list's are whole, the details' are parts. */
export const orderPage = shape({
  Data: shape({ TotalCount: integer, OrderList: listOf('Order', line) }),
});

/** Words are written in either case (section 2.5). */
const STATES: ReadonlyMap<string, OrderReading['state']> = new Map([
  ['unpaid', 'unpaid'],
  ['paid', 'completed'],
  ['cancelled', 'cancelled'],
]);

/**
 * An order of the provider as the engine reads it, from all of its parts. A paid one counts as
 * completed: whether it was carried out only the expiry tells. Amounts are those before tax, which is
 * what prices are compared with; it stands beside them. How orders of auto-renewal are told apart is NOT FOUND.
 */
export function toReading(
  id: string,
  lines: readonly OrderLine[],
  account: Pick<Account, 'currency'>,
): Answer<OrderReading> {
  for (const { Currency: currency } of lines) {
    const foreign = foreignMoney(account, currency);
    if (foreign !== null) return { kind: 'refused', refusal: foreign };
  }
  const figures = lines.map((one) => figuresOf(one, account.currency));
  const add = (amounts: readonly (Money | null)[]): Money | null =>
    amounts.every((one) => one !== null) ? sum(amounts, account.currency) : null;
  const amount = add(figures.map(({ amount }) => amount));
  const most = add(figures.map(({ most }) => most)) ?? zero(account.currency);
  const tax = add(lines.map(({ Tax: one }) => inMoney(one, account.currency)));
  const agreed = figures.every(({ agrees }) => agrees);
  const state = stateOf(lines);
  const times = (at: (one: OrderLine) => number | null): number[] =>
    lines.flatMap((l) => at(l) ?? []);
  const users = new Set(lines.flatMap(({ Operator: user }) => user ?? []));
  return {
    kind: 'done',
    value: {
      id,
      state,
      amount: amount ?? zero(account.currency),
      list: add(lines.map(({ PretaxGrossAmount: gross }) => inMoney(gross, account.currency))),
      charged: agreed ? amount : null,
      most,
      term: termOf(lines),
      createdAt: earliest(times(({ CreateTime: at }) => at)),
      paidAt: state === 'completed' ? earliest(times(({ PaymentTime: at }) => at)) : null,
      deadline: null,
      userName: users.size === 1 ? [...users][0]! : null,
      automatic: false,
      starts: startsOf(lines),
      ...(tax === null || compare(tax, zero(account.currency)) === 0 ? {} : { tax }),
    },
  };
}

function inMoney(amount: string | null, currency: string): Money | null {
  return amount === null ? null : money(amount, currency);
}

/** The amount, and whether what it says after tax, less the tax, comes to the same. */
function figuresOf(one: OrderLine, currency: string) {
  const amount = inMoney(one.PretaxAmount, currency);
  const after = inMoney(one.AfterTaxAmount, currency);
  const tax = inMoney(one.Tax, currency);
  const other = after === null || tax === null ? null : minus(after, tax);
  if (amount === null || other === null) return { amount, most: amount, agrees: amount !== null };
  const agrees = compare(roundUpToMinor(amount), roundUpToMinor(other)) === 0;
  return { amount, most: larger(amount, other), agrees };
}

function stateOf(lines: readonly OrderLine[]): OrderReading['state'] {
  const words = new Set(lines.map(({ PaymentStatus: word }) => word?.toLowerCase() ?? ''));
  const [only = ''] = words;
  return (words.size === 1 ? STATES.get(only) : undefined) ?? 'other';
}

function termOf(lines: readonly OrderLine[]): OrderReading['term'] {
  const terms = lines.map(({ UsageStartTime: start, UsageEndTime: end }) =>
    start === null || end === null ? null : termBetween(start, end),
  );
  const [first = null] = terms;
  const same = terms.every((one) => one?.unit === first?.unit && one?.count === first?.count);
  return same ? first : null;
}

function startsOf(lines: readonly OrderLine[]): readonly number[] | null {
  const starts = lines.flatMap(({ UsageStartTime: start, UsageEndTime: end }) =>
    end === null ? [] : (start ?? []),
  );
  return starts.length === 0 || starts.length < lines.length ? null : starts;
}

function earliest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.min(...times);
}

/** The instances of an order's parts: a text that holds a list in JSON (section 2.5). */
export function instanceIds({ InstanceIDs: text }: OrderLine): readonly string[] {
  if (text === null) return [];
  try {
    const read = JSON.parse(text) as unknown;
    return Array.isArray(read) ? read.filter((id) => typeof id === 'string') : [];
  } catch {
    return text.split(',').map((id) => id.trim());
  }
}

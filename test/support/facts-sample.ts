import { LAG_MS } from '../../shared/renewal/rules/watched-rows.ts';
import type { Context } from '../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS, type Decision, Draft } from '../../shared/renewal/decide/decision.ts';
import type {
  Asked,
  DiscountLook,
  Facts,
  OrderLook,
  OrderRows,
  PriceLook,
  RowLook,
} from '../../shared/renewal/decide/facts.ts';
import type { Refusal, Remedy } from '../../shared/renewal/answer.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import type { Outcome } from '../../shared/renewal/outcome.ts';
import { silencesOf } from '../../shared/renewal/rules/silences.ts';
import type { Silence } from '../../shared/renewal/states/silence.ts';
import type { Payment } from '../../shared/renewal/states/order-state.ts';
import type {
  OrderDiscount,
  OrderReading,
  PriceReading,
  ProviderResource,
} from '../../shared/renewal/readings.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { usd } from './journal-sample.ts';
import { testPolicy } from './quote-rows.ts';

/** The clock of every decision. */
export const NOW = Date.parse('2026-12-01T00:00:00Z');
/** The expiry that the rows of a sample journal are approved for, in the zone of the account. */
export const EXPIRY = Date.parse('2026-12-20T15:59:59Z');
/** A month later, as once the row is renewed. */
export const RENEWED = Date.parse('2027-01-20T15:59:59Z');
/** How long a call without a clear answer is left alone. */
export const SETTLE_AFTER = 60_000;

/** When a question was asked: as which thing of the run, and how many milliseconds ago. */
export function asked(tick = 1, ago = 0): Asked {
  return { tick, at: NOW - ago };
}

/** Nothing was read yet in this run, but for what is given. */
export function factsOf(more: Partial<Facts> = {}): Facts {
  return {
    rows: new Map(),
    prices: new Map(),
    orders: new Map(),
    discounts: new Map(),
    orderRows: new Map(),
    locks: new Map(),
    around: new Map(),
    job: null,
    paidList: null,
    othersPaid: null,
    unpaid: null,
    permit: null,
    // Of an earlier chunk, so that no first payment is made alone.
    chargesRead: ['1 months, no discount, USD', '1 months, discount 1, USD'],
    rung: null,
    remembered: null,
    balanceAsked: false,
    cancels: new Map(),
    tries: new Map(),
    stop: null,
    silent: new Set(),
    underWay: new Set(),
    changed: new Map(),
    ...more,
  };
}

/** All that a decision rests on. */
export function contextOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Context {
  return {
    journal,
    facts: factsOf(facts),
    epoch: 1,
    now: NOW,
    policy: testPolicy(),
    traits: HUAWEI,
    settleAfter: SETTLE_AFTER,
    lag: LAG_MS,
    group: 10,
    ...more,
  };
}

/** What one module alone decides. */
export function decided(
  decide: (context: Context, draft: Draft) => void,
  context: Context,
): Decision {
  const { underWay, silent } = context.facts;
  const silences = silencesOf(context.journal);
  const draft = new Draft(underWay, silent, context.now + BACK_OFF_MS, silences);
  decide(context, draft);
  const { events, asks, calls, waits, stop } = draft;
  return { events, asks, calls, waits, stop };
}

/** Exactly this is decided, and nothing else. */
export function only(more: Partial<Decision> = {}): Decision {
  return { events: [], asks: [], calls: [], waits: [], stop: null, ...more };
}

/** What becomes of the rows that are settled, by index. */
export function settledIn({ events }: Decision): Record<number, Outcome> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'rows settled'
        ? [...event.outcomes].map(([row, { outcome }]) => [row, outcome] as const)
        : [],
    ),
  );
}

/** A resource as the provider shows it. */
export function shown(
  expiry: number | null = EXPIRY,
  more: Partial<ProviderResource> = {},
  when: Asked = asked(),
): RowLook {
  const resource = { resourceId: 'r', name: null, main: true, parent: null, autoRenew: false };
  return { ...when, kind: 'shown', resource: { ...resource, expiry, ...more } };
}

/** The same look at each of these rows. */
export function looks(rows: readonly number[], look: RowLook = shown()): Map<number, RowLook> {
  return new Map(rows.map((row) => [row, look]));
}

/** A refusal of the provider. */
export function refusalOf(remedy: Remedy, code = 'CBC.1'): Refusal {
  return { code, message: code, remedy, reason: asTold(`No: ${code}.`) };
}

/** With which rows a price was asked for, and when that was answered; alone and at once unless given. */
type Asking = Asked & Partial<Pick<PriceLook, 'company' | 'answered'>>;

/** A row's price in US dollars, asked for together with others unless said otherwise. */
export function priced(
  price: string,
  more: Partial<Extract<PriceReading, { kind: 'priced' }>> = {},
  when: Asking = asked(),
): PriceLook {
  const alone = more.alone ?? false;
  const reading = { kind: 'priced', resourceId: 'r', list: null, price: usd(price) } as const;
  return { ...answeredAt(when), alone, reading: { ...reading, alone, ...more } };
}

/** A row's price call that failed. */
export function unpriced(remedy: Remedy, locked = false, when: Asking = asked()): PriceLook {
  const refusal = refusalOf(remedy);
  const reading = { kind: 'failed', resourceId: 'r', refusal, locked } as const;
  return { ...answeredAt(when), alone: false, reading };
}

/** A price call that gave neither price nor reason. */
export function nothingSaid(when: Asking = asked()): PriceLook {
  return { ...answeredAt(when), alone: false, reading: null };
}

function answeredAt(when: Asking): Asking & Pick<PriceLook, 'company' | 'answered'> {
  return { company: [], answered: when.tick, ...when };
}

/**
 * An order as the provider shows it: unpaid, of so many US dollars, made a minute ago, with periods
 * that begin when the rows of a sample journal expire.
 */
export function reading(
  id: string,
  amount: string,
  more: Partial<OrderReading> = {},
): OrderReading {
  return {
    id,
    state: 'unpaid',
    amount: usd(amount),
    list: null,
    charged: usd(amount),
    most: usd(amount),
    term: null,
    createdAt: NOW - 60_000,
    paidAt: null,
    deadline: null,
    userName: null,
    automatic: false,
    starts: Array.from({ length: 12 }, () => EXPIRY),
    ...more,
  };
}

/** A look that showed the order. */
export function look(order: OrderReading, when: Asked = asked()): OrderLook {
  return { ...when, kind: 'shown', order };
}

/** Looks that showed these orders. */
export function orders(...all: readonly OrderReading[]): Map<string, OrderLook> {
  return new Map(all.map((one) => [one.id, look(one)]));
}

/** A look that did not show the order. */
export function hidden(when: Asked = asked()): OrderLook {
  return { ...when, kind: 'hidden' };
}

/** The discounts that an order was offered with: none unless given. */
export function offered(
  offers: readonly OrderDiscount[] = [],
  when: Asked = asked(),
): DiscountLook {
  return { ...when, kind: 'offered', offers };
}

/** Rows listed under an order, and how many main resources in all. */
export function under(
  rows: readonly number[],
  listed = rows.length,
  when: Asked = asked(),
): OrderRows {
  return { ...when, rows, listed };
}

/** A payment of ten US dollars whose last word was so long ago. */
export function payment(ago = 0, compared = '10'): Payment {
  return { compared: usd(compared), discount: null, at: NOW - ago };
}

/** A question that got no answer: once, an hour ago, unless said otherwise. */
export function unanswered(question: string, more: Partial<Silence> = {}): Silence {
  const since = NOW - 3_600_000;
  return { question, rows: [], since, tries: 1, heard: null, said: 'timeout', ...more };
}

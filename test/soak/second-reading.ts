import fc from 'fast-check';
import type { Happening } from './happenings.ts';
import type { AccountPlan } from './world-plans.ts';

/** What a kind lays over a plan that was drawn without it. */
export interface Overlay {
  /** Switches of the world, in place of the plan's own. */
  readonly behaviour?: Readonly<Record<string, unknown>>;
  /** Faults, before the plan's own. */
  readonly faults?: readonly unknown[];
  readonly happenings?: readonly Happening[];
  /** List prices of a month in place of the plan's, by resource, over and over. */
  readonly months?: readonly string[];
  /** Resources that are ordered along, by resource: `x0` is in no file. */
  readonly along?: readonly (readonly string[])[];
  /** All resources have a discount. */
  readonly discounted?: boolean;
  /** What was approved of every row, in percent of its list price. */
  readonly percent?: number;
  /** Settings of the account. */
  readonly account?: Partial<AccountPlan>;
  /** A call that breaks off took the whole HTTP timeout on the fake clock. */
  readonly hangs?: boolean;
  /** No second deployment: nothing could keep two from ordering the same. */
  readonly single?: boolean;
  /** Nothing else goes wrong: no other faults, happenings, mishaps, tamperings, planted codes. */
  readonly alone?: boolean;
}

/** What a run has on top of its plan, and from which kinds it comes. */
export interface SecondReading {
  readonly kinds: readonly string[];
  readonly overlays: readonly Overlay[];
}

export const FIRST_READING: SecondReading = { kinds: [], overlays: [] };

const MINUTE = 60_000;
const lag = fc.constantFrom(20_000, 2 * MINUTE, 8 * MINUTE, 29 * MINUTE);
const chance = fc.constantFrom(1, 0.7, 0.4);
const stale = fc.record({ ms: lag, chance });

function switched(behaviour: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Overlay> {
  return fc.record({ behaviour: fc.record(behaviour) });
}

function fixed(behaviour: Readonly<Record<string, unknown>>): fc.Arbitrary<Overlay> {
  return fc.constant({ behaviour });
}

function staleRead(kind: string): fc.Arbitrary<Overlay> {
  return stale.map((one) => ({ behaviour: { staleReads: { [kind]: one } } }));
}

const call = fc.oneof(
  fc.integer({ min: 1, max: 8 }),
  fc.record({ from: fc.integer({ min: 1, max: 6 }), to: fc.integer({ min: 6, max: 14 }) }),
);

function fault(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<readonly unknown[]> {
  return fc.array(fc.record({ call, ...fields }), { minLength: 1, maxLength: 2 });
}

function faulty(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Overlay> {
  return fault(fields).map((faults) => ({ faults }));
}

function happens(...what: Happening['what'][]): fc.Arbitrary<readonly Happening[]> {
  return fc.array(
    fc.record({
      // Where it matters: about the looks at an order of ours and its payment.
      at: fc.constantFrom<NonNullable<Happening['at']>>('renew', 'orderDetails', 'query', 'pay'),
      call: fc.nat({ max: 2 }),
      phase: fc.constantFrom<Happening['phase']>('before', 'after'),
      what: fc.constantFrom(...what),
      which: fc.nat({ max: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
}

/** The expiry of a renewal by others shows late, and nothing in the orders gives it away. */
const hiding = {
  lineItemTimes: fc.constantFrom<unknown>(false, 'of the order', 'no start'),
  expiryVisibilityDelayMs: lag,
  completionDelayMs: fc.constantFrom(200, 5000, MINUTE),
};

/** Nothing else happens, so that there is an order of ours to take over. */
function atTheDesk(what: Happening['what']): fc.Arbitrary<Overlay> {
  return fc.record({
    happenings: happens(what),
    behaviour: fc.record(hiding),
    alone: fc.constant(true),
  });
}

const lostRenew = fault({
  api: fc.constant('renew'),
  when: fc.constantFrom('after', 'before'),
  what: fc.constantFrom<unknown>('reset', { status: 502 }, { status: 500, code: 'CBC.0999' }),
});

/** Answers that refuse the caller: never about a row (money rule 11). */
export const CALLER_REFUSED: readonly { readonly status: number; readonly code?: string }[] = [
  { status: 401, code: 'APIGW.0399' },
  { status: 403, code: 'CBC.0777' },
  { status: 403, code: 'APIGW.0305' },
  { status: 401 },
];

/**
 * The kinds of trouble that the first proofs did not know, each by itself: RANDOM_KINDS=a,b draws
 * from these only, by default every other run draws from all. Those of one run are up to three.
 */
export const KINDS: Readonly<Record<string, fc.Arbitrary<Overlay>>> = {
  'lock-late': lag.map((price) => ({ behaviour: { lockShownAfterMs: { price, renew: 0 } } })),
  'lock-not-kept': lag.map((renew) => ({
    behaviour: { lockShownAfterMs: { price: 0, renew } },
    single: true,
  })),
  'lock-stays': fc.tuple(fc.constantFrom(0, 60_000), lag).map(([renew, price]) => ({
    behaviour: { lockGoneAfterMs: { price, renew } },
  })),
  'stale-price': staleRead('price'),
  'stale-query': staleRead('query'),
  'stale-orders': staleRead('orders'),
  'stale-details': staleRead('orderDetails'),
  'stale-filter': staleRead('orderIdFilter'),
  'stale-all': fc
    .record({
      price: stale,
      query: stale,
      orders: stale,
      orderDetails: stale,
      orderIdFilter: stale,
    })
    .map((staleReads) => ({ behaviour: { staleReads } })),
  'orders-halves': fixed({ ordersPerRenew: 'two halves' }),
  'orders-overlap': fixed({ ordersPerRenew: 'two overlapping' }),
  'orders-twice': fixed({ ordersPerRenew: 'twice' }),
  'orders-beside': fixed({ ordersPerRenew: 'combined beside its parts' }),
  'filter-fills': switched({
    orderIdFilter: fc.constant('little by little'),
    orderIdFilterFillMs: fc.constantFrom(1, 5000, MINUTE, 5 * MINUTE),
  }),
  // Approved generously: what is ordered along may cost no more than was approved.
  'ordered-along': fc.record({
    along: fc.array(fc.constantFrom<readonly string[]>([], ['x0'], ['x0'], ['r1']), {
      minLength: 2,
      maxLength: 4,
    }),
    percent: fc.constantFrom(100, 200, 200),
  }),
  'leaves-out': switched({ leavesOut: fc.constantFrom(1, 2) }),
  'silent-partial': fixed({ partialRenew: 'without a word' }),
  'line-times': switched({
    lineItemTimes: fc.constantFrom<unknown>('of the order', 'no start', 'first only'),
  }),
  'line-term': switched({ lineItemTerm: fc.constantFrom('in months', 'absent') }),
  'status-before': switched({
    statusBeforePayment: fc.record({
      status: fc.constantFrom(1, 9, 2, 42),
      forMs: lag,
      payable: fc.boolean(),
    }),
  }),
  'status-after': switched({
    statusAfterPayment: fc.record({ status: fc.constantFrom(1, 6, 9, 2, 42), forMs: lag }),
  }),
  dates: switched({
    dateSpelling: fc.constantFrom('milliseconds', 'no seconds', '+08:00', '+0800', 'blank'),
  }),
  consumed: switched({ consumedAmount: fc.constantFrom('absent', 'charged', 'list', 'a tenth') }),
  // Where every figure of a paid order is its list price, nobody could see what it was charged.
  'paid-amount': fc.oneof(
    switched({
      paidOrderAmount: fc.constant('list'),
      consumedAmount: fc.constantFrom('charged', 'a tenth'),
    }),
    switched({
      paidOrderAmount: fc.constant('after coupons'),
      consumedAmount: fc.constantFrom('zero', 'absent', 'charged', 'list', 'a tenth'),
    }),
  ),
  decimals: fc
    .record({
      amountDecimals: fc.constantFrom(3, 4, 6),
      chargeRounding: fc.constantFrom('half up', 'up'),
    })
    .map((behaviour) => ({ behaviour, months: ['9.996', '10.004', '3.333333', '9.9999'] })),
  'discount-dropped': switched({
    discountKept: fc.constant(false),
    unpaidOrderAmount: fc.constantFrom('list', 'discounted', 'discounted until paid'),
    ordersPerRenew: fc.constantFrom('one per resource', 'two halves'),
  }).map((overlay) => ({
    ...overlay,
    discounted: true,
    months: ['10.00'],
    percent: 95,
    single: true,
    account: { discount: 'best', priceTolerance: { percent: 0, absolute: '0' } },
  })),
  'discount-figures': switched({ discountFigures: fc.constant('price after') }).map((overlay) => ({
    ...overlay,
    discounted: true,
  })),
  'taken-over': atTheDesk('a colleague takes over'),
  'taken-over-as-us': atTheDesk('our user takes over'),
  'auto-renewal-takes-over': atTheDesk('auto-renewal takes over'),
  'cancelled-by-others': fc.record({ happenings: happens('is cancelled') }),
  'other-same-amount': fc.record({
    happenings: happens('a colleague orders elsewhere', 'our user orders elsewhere'),
    faults: lostRenew,
    behaviour: fc.record({
      orderIdFilter: fc.constantFrom('works', 'nothing', 'little by little'),
    }),
  }),
  'our-user-orders': fc.record({
    happenings: happens('our user orders for a month', 'our user orders for a year'),
    faults: lostRenew,
  }),
  repeated: faulty({
    api: fc.constant('renew'),
    when: fc.constant('after'),
    what: fc.constant('repeated'),
  }),
  'repeated-and-late': fc.record({
    faults: fault({
      api: fc.constant('renew'),
      when: fc.constant('after'),
      what: fc.constant('repeated'),
    }),
    behaviour: fc.record({
      orderVisibilityDelayMs: lag,
      lockShownAfterMs: lag.map((price) => ({ price, renew: 0 })),
    }),
  }),
  'lost-and-late': fc.record({
    faults: lostRenew,
    behaviour: fc.record({
      orderVisibilityDelayMs: lag,
      lockShownAfterMs: lag.map((price) => ({ price, renew: 0 })),
    }),
  }),
  'refused-although-paid': faulty({
    api: fc.constant('pay'),
    when: fc.constant('after'),
    what: fc.constantFrom(
      { status: 400, code: 'CBC.99005003' },
      { status: 400, code: 'CBC.99003162' },
      { status: 400, code: 'CBC.99003108' },
      { status: 400, code: 'CBC.87654321' },
      { status: 403, code: 'CBC.0151' },
    ),
  }),
  'accepted-unpaid': faulty({
    api: fc.constant('pay'),
    what: fc.constant({ status: 200, body: {} }),
  }),
  'cancel-accepted-undone': faulty({
    api: fc.constant('cancel'),
    what: fc.constant({ status: 204 }),
  }),
  'caller-refused': fc
    .record({
      api: fc.constant('any'),
      call: fc.integer({ min: 1, max: 3 }).map((from) => ({ from })),
      what: fc.constantFrom(...CALLER_REFUSED),
    })
    .map((one) => ({ faults: [one], alone: true })),
  hangs: fc
    .record({
      api: fc.constantFrom('any', 'renew', 'pay', 'query', 'orderDetails', 'price', 'orders'),
      call,
      when: fc.constantFrom('before', 'after'),
      what: fc.constant('reset'),
    })
    .map((one) => ({ faults: [one], hangs: true })),
  'silent-id': fc
    .record({
      api: fc.constantFrom('any', 'query', 'price', 'renew'),
      naming: fc.constantFrom('r0', 'r1'),
      what: fc.constant('reset'),
    })
    .map((one) => ({ faults: [one], hangs: true })),
  'silent-order': fc
    .record({
      api: fc.constantFrom('any', 'query', 'orderDetails', 'pay', 'cancel'),
      naming: fc.constantFrom('order 1', 'order 2'),
      what: fc.constant('reset'),
    })
    .map((one) => ({ faults: [one], hangs: true })),
  'cancel-too-frequent': faulty({
    api: fc.constant('cancel'),
    what: fc.constant({ status: 400, code: 'CBC.99008040' }),
  }),
  'throttle-status': fc.record({
    behaviour: fc.record({ throttleStatus: fc.constantFrom(200, 400, 503) }),
    faults: fault({
      api: fc.constantFrom('renew', 'pay', 'cancel', 'query', 'price', 'orderDetails'),
      what: fc.constant('throttle'),
    }),
  }),
  'odd-bytes': faulty({
    api: fc.constantFrom('renew', 'pay', 'cancel', 'query', 'price', 'orderDetails', 'orders'),
    when: fc.constant('after'),
    what: fc.constantFrom('html', 'bom', 'gzipped'),
  }),
  'cancel-unknown': fixed({ cancelUnknown: 'CBC.30000010' }),
};

const MOST_AT_ONCE = 3;

/** Under the kinds of every other run, so that other troubles do not always come first. */
const QUIET: Overlay = { alone: true, percent: 100, months: ['10.00'] };

/**
 * Up to three of the named kinds; `all` stands for every one, and `none` among them has every other
 * run go without any. Throws on a name that is none.
 */
export function secondReading(names: readonly string[]): fc.Arbitrary<SecondReading> {
  const named = names.filter((name) => name !== 'none');
  const kinds = named.includes('all') ? Object.keys(KINDS) : named;
  const unknown = kinds.find((name) => !Object.hasOwn(KINDS, name));
  if (unknown !== undefined) {
    throw new Error(`there is no kind "${unknown}", only ${Object.keys(KINDS).join(', ')}`);
  }
  const none = fc.constant(FIRST_READING);
  if (kinds.length === 0) return none;
  const some = fc
    .subarray([...kinds], { minLength: 1, maxLength: Math.min(MOST_AT_ONCE, kinds.length) })
    .chain((drawn) =>
      fc
        .tuple(fc.constantFrom([QUIET], []), ...drawn.map((name) => KINDS[name]!))
        .map(([first, ...overlays]) => ({ kinds: drawn, overlays: [...first, ...overlays] })),
    );
  return names.includes('none') ? fc.oneof(none, some) : some;
}

/** All kinds, in every other run. */
const USUAL = 'all,none';

/** The kinds that RANDOM_KINDS names: `repeated,hangs`, or `all` for every run, or `none`. */
export function kindsAsked(text = process.env['RANDOM_KINDS'] ?? USUAL): readonly string[] {
  return text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

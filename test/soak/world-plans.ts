import fc from 'fast-check';
import { faults } from './fault-plans.ts';

/** A world file of the sandbox without its keys, and the settings of the account in it. */
export interface WorldPlan {
  readonly balance: string;
  readonly resources: readonly ResourcePlan[];
  readonly behaviour: Readonly<Record<string, unknown>>;
  readonly faults: readonly unknown[];
  /** Milliseconds on the fake clock that each call takes. */
  readonly callMs: number;
  /** A call that breaks off took the whole HTTP timeout. */
  readonly hangs: boolean;
  readonly seed: number;
  readonly account: AccountPlan;
}

/** What differs from a resource at 10.00 a month and 100.00 a year that can simply be renewed. */
export interface ResourcePlan {
  readonly month: string;
  readonly discounted: boolean;
  readonly locked: 'unpaid' | 'processing' | null;
  readonly errors: Readonly<Record<string, unknown>>;
  /** Days by which the provider's expiry is later than the approved one. */
  readonly later: number;
  readonly autoRenew: boolean;
  /** What is ordered along with it although nobody asked for it. */
  readonly along: readonly string[];
}

/** The settings that matter to money. */
export interface AccountPlan {
  readonly discount: string;
  readonly iamUser: string | null;
  readonly priceTolerance: { readonly percent: number; readonly absolute: string };
  readonly autoRenewRows: 'leave' | 'renew';
}

/** One of these; the first one is the usual case, to which plans shrink. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );
}

/** As {@link mostly}, and far more often the usual case. */
function nearlyAlways<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );
}

const PLANTED: readonly Readonly<Record<string, unknown>>[] = [
  { renew: 'CBC.99003144' },
  { renew: 'CBC.99003634' },
  { renew: 'CBC.99003016' },
  { renew: { code: 'CBC.0999', status: 500, message: 'other' } },
  { renew: { code: 'CBC.12345678', status: 400, message: 'new' } },
  { pay: 'CBC.99003141' },
  { pay: 'CBC.99003155' },
  { pay: 'CBC.99003108' },
];

const resources: fc.Arbitrary<ResourcePlan> = fc.record({
  month: nearlyAlways('10.00', '10.01', '10.50', '7.35'),
  discounted: mostly(false, true),
  locked: nearlyAlways<ResourcePlan['locked']>(null, 'unpaid', 'processing'),
  errors: nearlyAlways<Readonly<Record<string, unknown>>>({}, ...PLANTED),
  later: nearlyAlways(0, 1, 31),
  autoRenew: nearlyAlways(false, true),
  along: fc.constant<readonly string[]>([]),
});

const behaviours = fc.record({
  partialRenew: fc.boolean(),
  ordersPerRenew: mostly('one', 'one per resource', 'combined'),
  maxIdsPerRenew: fc.constantFrom(100, 10, 3),
  refusalStatus: mostly<string | number>('documented', 200, 400, 500),
  paySuccess: fc.constantFrom('200 {}', '200 empty', '204'),
  completionDelayMs: fc.constantFrom(200, 60_000, 3_600_000, 10 * 3_600_000),
  orderVisibilityDelayMs: mostly(0, 90_000, 5 * 60_000),
  expiryVisibilityDelayMs: mostly(0, 120_000, 20 * 60_000),
  orderIdFilter: fc.constantFrom('works', 'nothing'),
  priceAmount: fc.constantFrom('list', 'discounted'),
  priceFailures: fc.constantFrom('listed', 'listed with code', 'whole call'),
  unpaidOrderAmount: fc.constantFrom('list', 'discounted', 'discounted until paid'),
  lineItemTimes: nearlyAlways(true, false),
});

const accounts: fc.Arbitrary<AccountPlan> = fc.record({
  discount: fc.constantFrom('best', 'none', 'D1'),
  iamUser: fc.constantFrom('renewsheet', null),
  priceTolerance: mostly(
    { percent: 0, absolute: '0' },
    { percent: 10, absolute: '0.30' },
    { percent: 1, absolute: '5' },
  ),
  autoRenewRows: nearlyAlways<AccountPlan['autoRenewRows']>('leave', 'renew'),
});

/** Worlds of so many resources. */
export function worldPlans(count: number): fc.Arbitrary<WorldPlan> {
  return fc.record({
    balance: mostly('1000', '25', '0'),
    resources: fc.array(resources, { minLength: count, maxLength: count }),
    behaviour: behaviours,
    faults: faults(),
    callMs: fc.constantFrom(0, 50, 800, 6000),
    hangs: fc.constant(false),
    seed: fc.nat({ max: 9999 }),
    account: accounts,
  });
}

import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { ReservingProvider } from '../../shared/ports/provider.ts';
import type { HuaweiAccount } from '../../shared/providers/huawei/connection.ts';
import { openHuawei } from '../../shared/providers/huawei/open-huawei.ts';
import type { CrashAt } from '../support/crashing.ts';
import { InProcess } from '../support/in-process.ts';
import { TestClock } from '../support/test-clock.ts';
import { testAccount, worldResource } from '../support/quote-rows.ts';
import { LAG_MS } from '../../shared/renewal/rules/watched-rows.ts';
import { renewalIsHidden } from './renewal-is-hidden.ts';
import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import { oneByOne } from './one-by-one.ts';
import type { RunPlan } from './run-plan.ts';
import type { ResourcePlan, WorldPlan } from './world-plans.ts';

/** The deployments of a run, at one sandbox and on one clock. */
export interface Deployments {
  readonly clock: TestClock;
  readonly sandbox: HuaweiSandbox;
  readonly account: Account;
  readonly apps: readonly [InProcess, ...InProcess[]];
}

const KEYS = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };
/** As production's: cut off on the fake clock. */
const FUNCTION_SECONDS = 120;
const DAY = 86_400_000;
const EXPIRY = Date.parse('2026-12-20T15:59:59Z');

function resourceOf(
  plan: ResourcePlan,
  index: number,
  behaviour: RunPlan['world']['behaviour'],
): Record<string, unknown> {
  const { month, discounted, locked, errors, later, autoRenew } = plan;
  const along = alongIn(behaviour, plan.along);
  return worldResource(index, {
    expires: `${new Date(EXPIRY + later * DAY).toISOString().slice(0, 19)}Z`,
    prices: { month, year: '100.00' },
    errors,
    ...(along.length === 0 ? {} : { renewedWith: along.filter((id) => id !== `r${index}`) }),
    ...(discounted ? { discounts: [{ id: 'D1', name: 'D1', ratio: '0.9' }] } : {}),
    ...(locked === null ? {} : { locked }),
    ...(autoRenew ? { expirePolicy: 3 } : {}),
  });
}

/** No expiry is shown late, by no replica. */
function allShownAtOnce({ staleReads }: RunPlan['world']['behaviour']): Record<string, unknown> {
  const others = Object.entries(staleReads ?? {}).filter(([kind]) => kind !== 'query');
  return { expiryVisibilityDelayMs: 0, staleReads: Object.fromEntries(others) };
}

/** As long as anything is waited for (money rule 5), but for the moment of the look itself. */
const LONGEST_MS = LAG_MS - 60_000;

/** An order that shows late, in a list that is behind by more: together no later than is waited for. */
function shownInTime(behaviour: RunPlan['world']['behaviour']): Record<string, unknown> {
  const { orderVisibilityDelayMs: late = 0, staleReads = {} } = behaviour as {
    readonly orderVisibilityDelayMs?: number;
    readonly staleReads?: Readonly<Record<string, { readonly ms: number }>>;
  };
  const reads = Object.entries(staleReads).map(([kind, one]) => {
    return [kind, { ...one, ms: Math.min(one.ms, LONGEST_MS - late) }];
  });
  return { ...behaviour, staleReads: Object.fromEntries(reads) };
}

function worldOf(plan: RunPlan): Record<string, unknown> {
  const { balance, behaviour, faults, resources, seed } = plan.world;
  return {
    ...KEYS,
    balance,
    seed,
    faults,
    behaviour: shownInTime({
      ...behaviour,
      ...(renewalIsHidden(plan) ? allShownAtOnce(behaviour) : {}),
    }),
    resources: [
      ...resources.map((resource, index) => resourceOf(resource, index, behaviour)),
      ...(plan.second.kinds.length === 0 ? [] : [orderedAlong(behaviour)]),
    ],
  };
}

/**
 * Whether the provider lists what is ordered along under the order. Where it does not, nothing would
 * show what came in the place of one that was left out, at its price.
 */
function isListed({ orderIdFilter, staleReads }: RunPlan['world']['behaviour']): boolean {
  return orderIdFilter === 'works' && !Object.hasOwn(staleReads ?? {}, 'orderIdFilter');
}

/** What stands in no file, and is ordered along. Not listed it costs what no row does. */
function orderedAlong(behaviour: RunPlan['world']['behaviour']): Record<string, unknown> {
  return worldResource(0, {
    id: 'x0',
    ...(isListed(behaviour) ? {} : { prices: { month: '10.07', year: '100.07' } }),
  });
}

/** What is ordered along with a resource. A row, which costs what others do, only where that would show. */
function alongIn(
  behaviour: RunPlan['world']['behaviour'],
  along: readonly string[],
): readonly string[] {
  const shows = isListed(behaviour) || behaviour['leavesOut'] === undefined;
  return shows ? along : along.filter((id) => id === 'x0');
}

/** The adapter as production opens it, anew for each piece of work. */
function opens(
  send: Fetch,
  clock: TestClock,
  account: HuaweiAccount,
  { callMs, hangs }: WorldPlan,
): () => ReservingProvider {
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  const common = { account, wait, keys: KEYS, clock: clock.read, httpTimeoutSeconds: 20 };
  return () =>
    openHuawei({ ...common, random: () => 0.5, fetch: oneByOne(send, clock, callMs, hangs) });
}

/** Starts them. The sandbox is to be closed. */
export async function startDeployments(plan: RunPlan, crashAt: CrashAt): Promise<Deployments> {
  const clock = new TestClock();
  const sandbox = await startHuaweiSandbox({ world: worldOf(plan), clock: clock.read, port: null });
  const account = testAccount({
    endpoint: sandbox.url,
    jobValidityDays: 0.5,
    confirmHours: 2,
    ...plan.world.account,
  });
  const provider = opens(sandbox.fetch, clock, account, plan.world);
  const deployment = (): InProcess =>
    new InProcess({
      clock,
      crashAt,
      provider,
      accounts: [account],
      functionSeconds: FUNCTION_SECONDS,
    });
  const others = plan.secondDeployment ? [deployment()] : [];
  return { clock, sandbox, account, apps: [deployment(), ...others] };
}

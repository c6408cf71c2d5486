import { describe, expect, test, vi } from 'vitest';
import type * as Coverage from '../../shared/renewal/decide/coverage.ts';
import type * as PriceVerdict from '../../shared/renewal/rules/price-verdict.ts';
import { money } from '../../shared/values/money.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import {
  adoptAnyOrder,
  checkExpiryOnlyBefore,
  retryUnknown,
  skipIntents,
} from '../support/careless-doubles.ts';
import { runMatrix } from '../support/matrix.ts';
import { runScenario } from '../support/run-scenario.ts';
import type { Ended, Trouble } from '../support/scenario.ts';
import { COLLEAGUES } from '../support/scenarios.ts';

/** Set, every order is taken for its whole call's and compared with the whole chunk. */
const careless = vi.hoisted(() => ({ comparesWithTheChunk: false, provesNothing: false }));

vi.mock('../../shared/renewal/rules/price-verdict.ts', async (original) => {
  const honest = await original<typeof PriceVerdict>();
  const orderCeiling: typeof honest.orderCeiling = (rows, account) =>
    careless.comparesWithTheChunk
      ? money(`${COLLEAGUES.rows * 10}.00`, account.currency)
      : honest.orderCeiling(rows, account);
  const withinApproval: typeof honest.withinApproval = (...given) =>
    careless.comparesWithTheChunk || honest.withinApproval(...given);
  return { ...honest, orderCeiling, withinApproval };
});

vi.mock('../../shared/renewal/decide/coverage.ts', async (original) => {
  const honest = await original<typeof Coverage>();
  const coverageOf: typeof honest.coverageOf = (...given) =>
    careless.provesNothing ? { kind: 'proven', rows: given[1].rows } : honest.coverageOf(...given);
  return { ...honest, coverageOf };
});

interface Run {
  readonly name: string;
  readonly trouble: () => Trouble;
}

type Calls = Ended['calls'];

/** Crashes at the first call of each kind to the provider, before and after its effect. */
function crashes({ points }: Ended): Run[] {
  const seen = new Set<string>();
  return points.flatMap(({ call, when }, at) => {
    const name = `dies ${when} ${call}`;
    if (!call.startsWith('provider.') || seen.has(name)) return [];
    seen.add(name);
    return [{ name, trouble: () => dyingAt(at) }];
  });
}

function dyingAt(at: number): Trouble {
  let passed = -1;
  return { crashAt: () => (passed += 1) === at };
}

function slowAnswers(calls: Calls): Run[] {
  return calls.map(({ api, number }) => ({
    name: `${api} takes effect 50 s after it was given up`,
    trouble: () => ({ silence: { api, calls: { from: number, to: number }, effect: 50 } }),
  }));
}

function colleagues(
  calls: Calls,
  what: string,
  act: (sandbox: HuaweiSandbox) => void,
  faults: readonly string[] = [],
): Run[] {
  return calls.map(({ api, number }) => ({
    name: `${what} at ${api}`,
    trouble: () => ({
      meddling: { api, number, act, phase: faults.length === 0 ? 'before' : 'after' },
      faults: faults.map((fault) => ({ api, call: number, when: 'after', what: fault })),
    }),
  }));
}

/** Crash points, faults and colleagues' doings around the first call of each API. */
function runsOf(undisturbed: Ended): Run[] {
  const first = undisturbed.calls.filter(({ number }) => number === 1);
  return [
    ...crashes(undisturbed),
    ...slowAnswers(first),
    ...colleagues(first, 'a colleague renews a row', (sandbox) => {
      sandbox.act.renewOutside({ resource: 'r0' });
    }),
    ...colleagues(first, 'a price rises', (sandbox) => {
      sandbox.act.reprice({ resource: 'r1', month: '15.00' });
    }),
    ...colleagues(
      first,
      'a colleague orders something else, and the answer is lost,',
      (sandbox) => {
        sandbox.act.lock({ resource: 'r4' });
      },
      ['reset'],
    ),
  ];
}

describe('the test of the tests', () => {
  test('the honest engine passes every run', async () => {
    const runs = runsOf(await runScenario(COLLEAGUES));
    const { failures, told } = await runMatrix(
      runs,
      async ({ trouble }) => await runScenario(COLLEAGUES, trouble()),
      ({ name }) => name,
    );
    process.stdout.write(`honest engine: ${runs.length} runs, ${told}\n`);
    expect(failures).toEqual([]);
  });

  test.each<{
    name: string;
    engine: Trouble;
    comparesWithTheChunk?: true;
    provesNothing?: true;
  }>([
    { name: 'skips the intent', engine: { doubles: skipIntents } },
    { name: 'retries a call without a clear answer', engine: { provider: retryUnknown } },
    {
      name: 'checks the expiry only before ordering',
      engine: { provider: checkExpiryOnlyBefore },
    },
    { name: 'adopts any unpaid order', engine: { provider: adoptAnyOrder }, provesNothing: true },
    {
      name: "compares with the chunk's sum",
      engine: {},
      comparesWithTheChunk: true,
      provesNothing: true,
    },
  ])(
    'an engine that $name is caught',
    async ({ name, engine, comparesWithTheChunk = false, provesNothing = false }) => {
      const runs = runsOf(await runScenario(COLLEAGUES));
      Object.assign(careless, { comparesWithTheChunk, provesNothing });
      try {
        const { failures } = await runMatrix(
          runs,
          async ({ trouble }) => await runScenario(COLLEAGUES, { ...trouble(), ...engine }),
          (run) => run.name,
          'the first violation',
        );
        process.stdout.write(`an engine that ${name}: ${failures[0] ?? 'not caught'}\n`);
        expect(failures).not.toEqual([]);
      } finally {
        Object.assign(careless, { comparesWithTheChunk: false, provesNothing: false });
      }
    },
  );
});

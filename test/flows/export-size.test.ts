import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { surveyRate } from '../../shared/survey/pieces/piece-size.ts';
import { openClient } from '../../shared/providers/huawei/client.ts';
import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import { openHuaweiDesk } from '../../shared/providers/huawei/open-desk.ts';
import { TestClock } from '../support/test-clock.ts';
import { testAccount } from '../support/quote-rows.ts';
import { SurveyRun } from '../support/survey-run.ts';

const RESOURCES = 10_000;
/** As in production: what a function has, less what it keeps back. */
const MOST_MS = 90_000;

interface Query {
  readonly resource_ids?: readonly string[];
  readonly only_main_resource?: number;
  readonly offset?: number;
  readonly limit?: number;
}

/** An account with ten thousand machines, every tenth with a disk; any discount is on all of a call. */
class BigAccount {
  readonly calls = new Map<string, number[]>();
  readonly mostIds = new Map<string, number>();

  readonly fetch: Fetch = async (url, init) => {
    const api = url.pathname.split('/').at(-1)!;
    this.calls.set(api, [...(this.calls.get(api) ?? []), Date.now()]);
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Query;
    const ids = body.resource_ids?.length ?? 0;
    this.mostIds.set(api, Math.max(ids, this.mostIds.get(api) ?? 0));
    // What a call really takes.
    await new Promise((resolve) => setTimeout(resolve, 80));
    return Response.json(this.#answer(api, body));
  };

  #answer(api: string, body: Query): unknown {
    if (api === 'renew-rate') return this.#prices(body.resource_ids ?? []);
    if (api === 'balances') return { account_balances: [], currency: 'USD', measure_id: 1 };
    const records = this.#records(body);
    const { offset = 0, limit = 10 } = body;
    return { total_count: records.length, data: records.slice(offset, offset + limit) };
  }

  #records({ resource_ids: ids, only_main_resource: mains }: Query): unknown[] {
    const numbers =
      ids === undefined
        ? Array.from({ length: RESOURCES }, (_, index) => index)
        : ids.map((id) => Number(id.slice(3)));
    return numbers.flatMap((number) => [
      { resource_id: `vm-${number}`, is_main_resource: 1, status: 2, expire_policy: 0, ...EXPIRY },
      ...(mains === 0 && number % 10 === 0
        ? [
            {
              resource_id: `disk-${number}`,
              is_main_resource: 0,
              parent_resource_id: `vm-${number}`,
            },
          ]
        : []),
    ]);
  }

  #prices(ids: readonly string[]): unknown {
    return {
      currency: 'USD',
      renew_inquiry_results: ids.map((id) => ({ resource_id: id, amount: '10.00' })),
      official_website_rating_result: { official_website_amount: `${ids.length * 10}.00` },
    };
  }
}

const EXPIRY = { expire_time: '2026-12-20T15:59:59Z' };

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-12-01T02:00:00Z') }));
afterEach(() => void vi.useRealTimers());

/** The fake timers' own time. */
function timersClock(): TestClock {
  return Object.defineProperty(new TestClock(), 'now', {
    get: () => Date.now(),
    set: () => {
      // Nothing else moves it.
    },
  });
}

test('ten thousand resources are exported in pieces, half the call rate never exceeded', async () => {
  const account = testAccount({ callsPerSecond: 10 });
  const provider = new BigAccount();
  const client = openClient({
    account: { ...account, callsPerSecond: surveyRate(account) },
    keys: { accessKey: 'a', secretKey: 's' },
    httpTimeoutSeconds: 20,
    clock: Date.now,
    fetch: provider.fetch,
  });
  const desk = openHuaweiDesk({ client, account });
  const run = new SurveyRun({ accounts: [account], clock: timersClock(), desk: () => desk });
  const begin = Date.now();

  await run.ask('main');
  const settled = run.settle();
  await vi.runAllTimersAsync();
  await settled;
  const minutes = (Date.now() - begin) / 60_000;
  const counts = [...provider.calls].map(([api, times]) => `${times.length} ${api}`).join(', ');
  process.stdout.write(
    `export of ${RESOURCES}: ${counts}; ${run.deliveries} pieces in ${minutes.toFixed(1)} min, the longest ${run.longest} ms\n`,
  );

  expect(run.faults).toEqual([]);
  expect(run.file.part.rows).toHaveLength(RESOURCES);
  expect(run.file.part.rows.filter(({ attached }) => attached === 1)).toHaveLength(1000);
  expect(provider.calls.get('renew-rate')).toHaveLength(1000);
  expect(provider.mostIds.get('renew-rate')).toBe(10);
  expect(provider.mostIds.get('query')).toBe(50);
  for (const times of provider.calls.values()) {
    for (const [index, time] of times.slice(5).entries()) {
      expect(time - times[index]!).toBeGreaterThanOrEqual(1000);
    }
  }
  expect(run.longest).toBeLessThan(MOST_MS / 3);
  expect(minutes).toBeLessThan(8);
}, 60_000);

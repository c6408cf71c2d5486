import { expect, test } from 'vitest';
import { SAMPLE_NAME, sampleQuote } from '../../infra/cli/sample/huawei/sample-quote.ts';
import { sampleWorld } from '../../infra/cli/sample/huawei/sample-world.ts';
import { readQuote } from '../../shared/workbook/read/read-quote.ts';
import { TestClock } from '../support/test-clock.ts';
import { testAccount } from '../support/quote-rows.ts';
import { type Flow, runFlow } from './run-flow.ts';
import { wordsOf } from '../support/told.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';

/** The sample quote at a sandbox that takes so many ids per renew call. */
async function sampleWith(maxIdsPerRenew: number): Promise<Flow> {
  const { now } = new TestClock();
  const bytes = await sampleQuote(now);
  const reading = await readQuote({ name: SAMPLE_NAME, bytes }, testAccount(), HUAWEI);
  if (reading.kind === 'rejected') throw new Error(wordsOf(reading.reason));
  const world = sampleWorld(now);
  return await runFlow(
    {
      ...world,
      resources: world['resources'] as unknown[],
      accessKey: 'TESTACCESSKEY000001',
      secretKey: 'test-secret-key',
      behaviour: { maxIdsPerRenew },
    },
    { rows: reading.quote.rows },
  );
}

/** All that the sheet says of each row but its money. */
function told({ outcomes }: Flow): unknown[] {
  return outcomes.map(({ code, reason, advice, newExpiry }) => ({
    code,
    reason,
    advice,
    newExpiry,
  }));
}

test('both generations of the renew call carry the sample out with the same outcomes', async () => {
  const older = await sampleWith(100);
  const newer = await sampleWith(10);

  expect(newer.words).toEqual(older.words);
  expect(told(newer)).toEqual(told(older));
  // Other orders share their cents out otherwise; the sums are the same.
  expect(newer.app.job.totals).toEqual(older.app.job.totals);
  expect(newer.words.filter((word) => word === 'renewed')).toHaveLength(216);
  expect(Math.max(...older.calls('renew').map(({ ids }) => ids.length))).toBeGreaterThan(10);
  expect([older.app.job.status, newer.app.job.status]).toEqual(['done', 'done']);
  expect([older.wrong, newer.wrong]).toEqual([[], []]);
});

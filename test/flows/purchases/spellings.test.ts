import { describe, expect, test } from 'vitest';
import { quoteOf } from '../../support/quote-rows.ts';
import {
  domainRow,
  instanceRow,
  type PurchaseEnd,
  type PurchaseScenario,
  runPurchases,
  worldDomain,
  worldInstance,
} from '../../support/purchase-run.ts';

const SPELLINGS = ['EXAMPLE.com', 'example.com', 'example.com.'];

/** One domain, and what is dropped: the reader, which would have told, is not asked. */
function spelled(more: Partial<PurchaseScenario>): PurchaseScenario {
  return {
    name: 'one domain in several spellings',
    rows: [],
    world: { domains: [worldDomain('example.com')], behaviour: { staleDate: 'accepted' } },
    ...more,
  };
}

function wordsOf({ app }: PurchaseEnd): string[] {
  return app.reports.flatMap(({ rows }) => rows.map(({ outcome }) => outcome.outcome));
}

test('one domain in three spellings is renewed once, whoever has read the file', async () => {
  const rows = SPELLINGS.map((name, at) => domainRow(at, name));
  const end = await runPurchases(
    spelled({
      play: async ({ app }) => {
        await app.drop('main', quoteOf(rows));
      },
    }),
  );

  expect(end.ledger).toHaveLength(1);
  expect(wordsOf(end)).toEqual(['renewed', 'invalid', 'invalid']);
});

test('two spellings of an instance are one, though the provider would take them for two', async () => {
  const ids = ['i-0', 'i-1', 'I-1'];
  const end = await runPurchases(
    spelled({
      world: { instances: ids.map((id) => worldInstance(id, 'ecs')) },
      play: async ({ app }) => {
        await app.drop('main', quoteOf(ids.map((id, at) => instanceRow(at, id))));
      },
    }),
  );

  expect(end.ledger).toHaveLength(2);
  expect(wordsOf(end)).toEqual(['renewed', 'renewed', 'invalid']);
});

describe.each(['single', 'batch'] as const)('a name in Chinese, tasks: %s', (domainTasks) => {
  test.each([
    ['例子.com', '例子.com'],
    ['例子.com', 'xn--fsqu00a.com'],
    ['xn--fsqu00a.com', '例子.com'],
    ['例子.中国', 'XN--FSQU00A.xn--fiqs8s.'],
  ])('typed as %s, known to the provider as %s, is renewed once', async (typed, known) => {
    const names = [known.toLowerCase().replace(/\.$/u, ''), 'plain.com'];
    const end = await runPurchases(
      spelled({
        settings: { domainTasks },
        world: { domains: names.map((name) => worldDomain(name)) },
        play: async ({ app, sandbox }) => {
          await app.drop('main', quoteOf([domainRow(0, typed), domainRow(1, 'plain.com')]));
          await app.settle();
          sandbox.act.setExpiry({ resource: names[0]!, expires: '2026-12-20T15:59:59Z' });
          await app.drop('main', quoteOf([domainRow(0, known)]));
        },
      }),
    );

    expect(wordsOf(end)).toEqual(['renewed', 'renewed', 'already renewed']);
    expect(end.ledger).toHaveLength(2);
    expect(end.app.reports[0]!.rows[0]!.row.resourceId).toBe(typed);
  });
});

test('its other spelling in a later job is known to be paid for, whatever the provider shows', async () => {
  const end = await runPurchases(
    spelled({
      play: async ({ app, sandbox }) => {
        for (const name of SPELLINGS) {
          await app.drop('main', quoteOf([domainRow(0, name)]));
          await app.settle();
          sandbox.act.setExpiry({ resource: 'example.com', expires: '2026-12-20T15:59:59Z' });
        }
      },
    }),
  );

  expect(end.ledger).toHaveLength(1);
  expect(wordsOf(end)).toEqual(['renewed', 'already renewed', 'already renewed']);
});

import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../../shared/audit/audit.ts';
import { lookAtProvider } from '../../../shared/audit/look-at-provider.ts';
import type { OrderReading, Provider } from '../../../shared/ports/provider.ts';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import type { Answer } from '../../../shared/renewal/answer.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { reading } from '../../support/facts-sample.ts';
import { journalOf, journalRow, order, part } from '../../support/journal-sample.ts';
import { TestClock } from '../../support/test-clock.ts';

const SILENT = { kind: 'unknown', detail: 'timeout' } as const;

/** So many rows, renewed by one order. */
function claims(rows: number) {
  const outcome = rowOutcome('renewed', reason('renewed'), { order: 'o1' });
  const all = Array.from({ length: rows }, (_, index) => journalRow(index, { outcome }));
  return claimsOf([journalOf(0, { rows: all, parts: [part(0, [0], [order('o1')])] })]);
}

interface Given {
  readonly list?: Answer<readonly OrderReading[]>;
  readonly order?: Answer<OrderReading | null>;
  readonly silentRows?: boolean;
  readonly takes?: number;
  readonly outOfTime?: boolean;
}

async function look(rows: number, { list, order: one, silentRows, takes = 0, outOfTime }: Given) {
  const clock = new TestClock();
  const asked: string[] = [];
  const provider = {
    resources: {
      traits: HUAWEI,
      resources: async (ids: readonly string[]) => {
        asked.push(`${ids.length} resources`);
        clock.now += takes;
        const value = ids.map((resourceId) => ({ resourceId }));
        return await Promise.resolve(silentRows === true ? SILENT : { kind: 'done', value });
      },
    },
    renewals: {
      renewalOrders: async () => {
        asked.push('list');
        return await Promise.resolve(
          list ?? { kind: 'done', value: [reading('o1', '1', { state: 'completed' })] },
        );
      },
      order: async (id: string) => {
        asked.push(id);
        return await Promise.resolve(one ?? SILENT);
      },
    },
  } as unknown as Provider;
  const sight = await lookAtProvider(claims(rows), {
    provider,
    clock: clock.read,
    outOfTime: () => outOfTime === true,
  });
  return { sight, asked };
}

describe('an audit reads', () => {
  test('the list of orders once, and resources a hundred at a time', async () => {
    const { sight, asked } = await look(250, {});

    expect(asked.toSorted()).toEqual(['100 resources', '100 resources', '50 resources', 'list']);
    expect([sight.orders.size, sight.resources.size, sight.missed]).toEqual([1, 250, null]);
  });

  test.each<[string, Given, boolean]>([
    [
      'that the list does not show',
      { list: { kind: 'done', value: [] }, order: { kind: 'done', value: null } },
      false,
    ],
    [
      'that the list shows unpaid',
      {
        list: { kind: 'done', value: [reading('o1', '1')] },
        order: { kind: 'done', value: reading('o1', '1', { state: 'completed' }) },
      },
      true,
    ],
    [
      'where there is no list',
      { list: SILENT, order: { kind: 'done', value: reading('o1', '1', { state: 'completed' }) } },
      true,
    ],
  ])('an order by itself %s', async (_, given, completed) => {
    const { sight, asked } = await look(1, given);

    expect(asked).toContain('o1');
    expect(sight.orders.get('o1')?.state === 'completed').toBe(completed);
    expect(sight.asked.has('o1')).toBe(true);
  });

  test('nothing that got no answer as if it was not there', async () => {
    const { sight } = await look(2, { list: SILENT, silentRows: true });

    expect([sight.asked.size, sight.missed]).toEqual([0, 'timeout']);
  });

  test('nothing where no time is left, and says so', async () => {
    const { sight, asked } = await look(2, { outOfTime: true });

    expect([asked, sight.asked.size, sight.missed]).toEqual([[], 0, 'there was no time left']);
  });

  test('only as long as the sheet can wait for it', async () => {
    const { sight } = await look(1500, { takes: 10_000 });

    expect([sight.resources.size, sight.missed]).toEqual([500, 'there was no time left']);
  });
});

import { describe, expect, test } from 'vitest';
import { readEarlier } from '../../../shared/engine/recall.ts';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import type { OrderedBefore } from '../../../shared/renewal/readings.ts';
import { journalOf, order, part } from '../../support/journal-sample.ts';

const ROW = { resourceId: 'r0', expiry: { day: '2026-12-20', time: null } };

/** What a later job is told of the row, where the chunk that was entered has this journal. */
async function before(journal: Journal | null): Promise<OrderedBefore | undefined> {
  const entered = [{ job: 'earlier', chunk: 0, keys: ['r0', 'r1'] }];
  const asker = { account: 'main', job: 'later', idKey: HUAWEI.idKey };
  const told = await readEarlier(entered, asker, {
    journals: { read: async () => await Promise.resolve(journal) },
    accounts: { unproved: async () => await Promise.resolve([]) },
  });
  return told(ROW);
}

describe('a chunk that has entered the memory of orders', () => {
  test('without a journal any more may have paid: its rows are blocked, and it is named', async () => {
    expect(await before(null)).toEqual({ kind: 'unproved', job: 'earlier', order: null });
  });

  test('tells by its journal what became of the row', async () => {
    const journal = journalOf(2, { job: 'earlier', parts: [part(0, [0], [order('o1')])] });

    expect(await before(journal)).toMatchObject({ kind: 'in hand', job: 'earlier' });
    expect(await before(journalOf(2, { job: 'earlier', state: 'finished' }))).toMatchObject({
      job: 'earlier',
    });
  });
});

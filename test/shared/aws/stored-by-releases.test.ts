import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import { openAccountStore } from '../../../shared/aws/account-store.ts';
import { openJobStore } from '../../../shared/aws/job-store.ts';
import { openJournalStore } from '../../../shared/aws/journal-store.ts';
import { openOrderMemory } from '../../../shared/aws/order-memory.ts';
import { JOB_STATES } from '../../../shared/jobs/job.ts';
import { SHAPES } from '../../../shared/store/shape.ts';
import { type StoredItem, storedItems } from '../../releases/stored-items.ts';
import { type DynamoTable, startDynamoTable } from '../../support/dynamo-table.ts';

const RELEASES = storedItems();
const MOMENT = Date.parse('2026-12-01T00:00:00Z');
let dynamo: DynamoTable | undefined;

afterEach(async () => {
  await dynamo?.close();
  dynamo = undefined;
});

/** A table that holds what a release stored. */
async function tableWith(items: readonly StoredItem[]): Promise<DynamoTable['table']> {
  dynamo = await startDynamoTable();
  const { client, name } = dynamo.table;
  for (const { finishedChunks, ...item } of items) {
    const chunks = Array.isArray(finishedChunks)
      ? { finishedChunks: new Set(finishedChunks as number[]) }
      : {};
    await client.send(new PutCommand({ TableName: name, Item: { ...item, ...chunks } }));
  }
  return dynamo.table;
}

const idsOf = (items: readonly StoredItem[], kind: string): string[] =>
  items.filter(({ sk }) => sk === kind).map(({ pk }) => pk.slice(pk.indexOf('#') + 1));

describe.each(RELEASES)('what release $release stored', ({ items }) => {
  test('is read whole: jobs, journals, accounts', async () => {
    const table = await tableWith(items);
    const journals = openJournalStore(table);
    const read = { jobs: new Set<string>(), chunks: 0 };
    for (const id of idsOf(items, 'JOB')) {
      read.jobs.add((await openJobStore(table).read(id))!.status);
      read.chunks += (await journals.list(id)).length;
    }
    for (const name of idsOf(items, 'ACCOUNT')) {
      expect(await openAccountStore(table).read(name)).toMatchObject({ account: name });
    }

    const open = ['planning', 'waiting', 'running', 'suspended', 'finishing', 'done'];
    expect(JOB_STATES.filter((state) => read.jobs.has(state))).toEqual(open);
    expect(read.chunks).toBe(items.filter(({ sk }) => sk.startsWith('CHUNK#')).length);
  });

  test('is remembered: a job that comes after is told who ordered the same row', async () => {
    const memory = openOrderMemory(await tableWith(items));
    const sites = new Set(items.map(({ pk }) => pk.split('#')).map(siteOf));
    sites.delete(null);
    expect(sites.size).toBeGreaterThan(1);
    for (const site of sites) {
      const row = { key: site!.startsWith('huawei') ? 'r0' : 'i-0', day: '2026-12-20' };
      const entered = items.filter(({ pk, sk }) => pk.includes(site!) && sk.startsWith('ROWS#'));
      const { earlier } = await memory.enter(
        { job: 'later', chunk: 0, site: site! },
        [row],
        MOMENT,
      );
      expect(earlier.map(({ job }) => job)).toEqual(entered.map(({ job }) => job));
    }
  });
});

/** The site in the key of an item of the memory. */
function siteOf([kind, site]: readonly string[]): string | null {
  return kind === 'ORDERED' ? site! : null;
}

test('the newest form of each item is among the samples, whoever raised it', () => {
  const kinds = { JOB: 'job', CHUNK: 'journal', ACCOUNT: 'account' } as const;
  const newest = new Map<string, number>();
  for (const { sk, shape } of RELEASES.flatMap(({ items }) => items)) {
    const kind = kinds[sk.split('#')[0] as keyof typeof kinds] ?? 'memory';
    newest.set(kind, Math.max(newest.get(kind) ?? 0, Number(shape ?? 0)));
  }

  expect(Object.fromEntries(newest)).toEqual(SHAPES);
});

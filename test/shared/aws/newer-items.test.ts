import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccountStore } from '../../../shared/aws/account-store.ts';
import { openJobStore } from '../../../shared/aws/job-store.ts';
import { openJournalStore } from '../../../shared/aws/journal-store.ts';
import { openOrderMemory } from '../../../shared/aws/order-memory.ts';
import type { Table } from '../../../shared/aws/table.ts';
import { apply } from '../../../shared/renewal/apply.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { asTold, reason } from '../../../shared/reasons/reason.ts';
import { NewerShape, SHAPES } from '../../../shared/store/shape.ts';
import { startDynamoTable } from '../../support/dynamo-table.ts';
import { jobOf } from '../../support/job-sample.ts';
import { journalOf, order, part } from '../../support/journal-sample.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const NEWER = { seen: 'by a newer release' };

let table: Table;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ table, close } = await startDynamoTable());
});
afterAll(async () => {
  await close();
});

interface Key {
  readonly pk: string;
  readonly sk: string;
}

async function itemAt(key: Key): Promise<Record<string, unknown>> {
  const { Item = {} } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item;
}

/** Changes an item as another release would, past this one's stores. */
async function set(key: Key, name: string, value: unknown): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: key,
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
}

const jobKey = (id: string): Key => ({ pk: `JOB#${id}`, sk: 'JOB' });
const journalKey = (id: string): Key => ({ pk: `JOB#${id}`, sk: 'CHUNK#00000' });
const accountKey = (name: string): Key => ({ pk: `ACCOUNT#${name}`, sk: 'ACCOUNT' });

describe('fields that a newer release has added outlive what this one writes', () => {
  test('of a job, through every change of it', async () => {
    const jobs = openJobStore(table);
    const job = jobOf({ id: 'kept', status: 'running' });
    await jobs.create(job);
    await set(jobKey('kept'), 'newer', NEWER);
    await jobs.finishChunk('kept', 0);
    await jobs.note('kept', { at: NOW, event: 'redrive', by: 'ops', note: null });
    await jobs.move('kept', { from: ['running'], to: 'suspended', at: NOW });
    await jobs.report({ id: 'kept', status: 'suspended', epoch: 1 }, { sheet: 'workbook' });

    expect(await itemAt(jobKey('kept'))).toMatchObject({ status: 'suspended', newer: NEWER });
  });

  test('of a journal, its rows, parts and orders, though all of it is written anew', async () => {
    const journals = openJournalStore(table);
    const orders = [{ ...order('o1', { kind: 'made' }), rows: [0] }];
    const journal = journalOf(2, { job: 'kept', parts: [part(0, [0, 1], orders)] });
    await journals.create(journal);
    const key = journalKey('kept');
    const item = await itemAt(key);
    const rows = JSON.parse(item['rows'] as string) as object[];
    const [first] = item['parts'] as { orders: object[] }[];
    const newerOrders = first!.orders.map((one) => ({ ...one, newer: NEWER }));
    await set(key, 'newer', NEWER);
    await set(key, 'rows', JSON.stringify(rows.map((row) => ({ ...row, newer: NEWER }))));
    await set(key, 'parts', [{ ...first, newer: NEWER, orders: newerOrders }]);

    const read = (await journals.read('kept', 0))!;
    const outcome = rowOutcome('renewed', asTold('Paid.'));
    const settled = apply(read, { kind: 'rows settled', outcomes: new Map([[1, outcome]]) });
    const refusal = { code: 'c', reason: reason('payment-refused') };
    const cancelling = apply(settled, {
      kind: 'cancel decided',
      order: 'o1',
      because: 'payment refused',
      rows: [0],
      refusal,
    });
    expect(await journals.save({ ...cancelling, version: 1, nonce: 'n' })).toBe('saved');

    const after = await itemAt(key);
    expect(after).toMatchObject({
      newer: NEWER,
      version: 1,
      parts: [{ newer: NEWER, orders: [{ newer: NEWER, state: { kind: 'cancelling' } }] }],
    });
    const kept = JSON.parse(after['rows'] as string) as object[];
    expect(kept).toMatchObject([{ newer: NEWER }, { newer: NEWER, outcome: {} }]);
    // The table's own are not taken for the journal's.
    expect(
      Object.keys(read).filter((name) => ['pk', 'sk', 'shape', 'expiresAt'].includes(name)),
    ).toEqual([]);
  });

  test("of an account's line", async () => {
    const accounts = openAccountStore(table);
    await accounts.enlist('kept', 'a');
    await set(accountKey('kept'), 'newer', NEWER);
    await accounts.enlist('kept', 'b');
    await accounts.hold('kept', asTold('Look.'));
    await accounts.learnRung('kept', 10);
    await accounts.release('kept', 'a');

    expect(await itemAt(accountKey('kept'))).toMatchObject({
      newer: NEWER,
      active: 'b',
      rung: 10,
      shape: SHAPES.account,
    });
  });
});

test('fields of a newer release outlive the turns that chunks take in the memory of orders', async () => {
  const memory = openOrderMemory(table);
  const rows = [{ key: 'r0', day: '2026-12-20' }];
  await memory.enter({ site: 'kept', job: 'a', chunk: 0 }, rows, NOW);
  const month = { pk: 'ORDERED#kept#2026-12', sk: 'TURNS' };
  await set(month, 'newer', NEWER);
  await memory.enter({ site: 'kept', job: 'b', chunk: 0 }, rows, NOW);

  expect(await itemAt(month)).toMatchObject({ newer: NEWER, turns: ['a#0', 'b#0'] });
});

describe('an item in a form that only a newer release knows stops whoever comes upon it', () => {
  const says = /written by a newer release \(form 2, known is 1\): deploy that release again\.$/u;

  test('a job: neither read nor moved, also by one that moves it unread', async () => {
    const jobs = openJobStore(table);
    await jobs.create(jobOf({ id: 'newer', status: 'running' }));
    await set(jobKey('newer'), 'shape', SHAPES.job + 1);
    const before = await itemAt(jobKey('newer'));

    await expect(jobs.read('newer')).rejects.toThrow(NewerShape);
    await expect(jobs.read('newer')).rejects.toThrow(says);
    await expect(
      jobs.move('newer', { from: ['running'], to: 'suspended', at: NOW }),
    ).rejects.toThrow(says);
    expect(await itemAt(jobKey('newer'))).toEqual(before);
  });

  test('a journal', async () => {
    const journals = openJournalStore(table);
    await journals.create(journalOf(1, { job: 'newer' }));
    await set(journalKey('newer'), 'shape', SHAPES.journal + 1);

    await expect(journals.read('newer', 0)).rejects.toThrow(says);
    await expect(journals.list('newer')).rejects.toThrow(says);
  });

  test('an account', async () => {
    const accounts = openAccountStore(table);
    await accounts.enlist('newer', 'a');
    await set(accountKey('newer'), 'shape', SHAPES.account + 1);

    await expect(accounts.read('newer')).rejects.toThrow(says);
    await expect(accounts.enlist('newer', 'b')).rejects.toThrow(says);
    expect(await itemAt(accountKey('newer'))).toMatchObject({ active: 'a', waiting: [] });
  });

  test('the memory of orders', async () => {
    const memory = openOrderMemory(table);
    const rows = [{ key: 'r0', day: '2026-12-20' }];
    await memory.enter({ site: 'newer', job: 'a', chunk: 0 }, rows, NOW);
    const month = { pk: 'ORDERED#newer#2026-12', sk: 'TURNS' };
    expect(await itemAt(month)).toMatchObject({ shape: SHAPES.memory });
    await set(month, 'shape', SHAPES.memory + 1);

    const second = { site: 'newer', job: 'b', chunk: 0 };
    await expect(memory.enter(second, rows, NOW)).rejects.toThrow(says);
    expect(await itemAt(month)).toMatchObject({ turns: ['a#0'] });
  });

  test('the memory of orders, also where it was written a moment after it was looked at', async () => {
    const rows = [{ key: 'r0', day: '2026-12-20' }];
    await openOrderMemory(table).enter({ site: 'raced', job: 'a', chunk: 0 }, rows, NOW);
    const month = { pk: 'ORDERED#raced#2026-12', sk: 'TURNS' };
    await set(month, 'shape', SHAPES.memory + 1);
    let looks = 0;
    const { client } = table;
    const send = async (command: GetCommand): Promise<unknown> => {
      if (command instanceof GetCommand && ++looks === 1) return {};
      return await client.send(command);
    };
    const late = openOrderMemory({ ...table, client: { send } as unknown as typeof client });

    await expect(late.enter({ site: 'raced', job: 'b', chunk: 0 }, rows, NOW)).rejects.toThrow(
      says,
    );
    expect(await itemAt(month)).toMatchObject({ shape: SHAPES.memory + 1, turns: ['a#0'] });
  });

  test('what a chunk has entered in the memory of orders', async () => {
    const memory = openOrderMemory(table);
    const rows = [{ key: 'r0', day: '2026-12-20' }];
    await memory.enter({ site: 'rows', job: 'a', chunk: 0 }, rows, NOW);
    await set({ pk: 'ORDERED#rows#2026-12', sk: 'ROWS#a#0' }, 'shape', SHAPES.memory + 1);

    const second = { site: 'rows', job: 'b', chunk: 0 };
    await expect(memory.enter(second, rows, NOW)).rejects.toThrow(says);
    await expect(memory.find('rows', rows)).rejects.toThrow(says);
  });

  test('one from before forms were counted is read', async () => {
    const jobs = openJobStore(table);
    const job = jobOf({ id: 'old', status: 'running' });
    await jobs.create(job);
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: jobKey('old'),
        UpdateExpression: 'REMOVE shape',
      }),
    );

    expect(await jobs.read('old')).toEqual(job);
    expect(await jobs.move('old', { from: ['running'], to: 'suspended', at: NOW })).not.toBeNull();
    expect(await itemAt(jobKey('old'))).toMatchObject({ shape: SHAPES.job });
  });
});

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { openAccountStore } from '../../../shared/aws/account-store.ts';
import { openJobStore } from '../../../shared/aws/job-store.ts';
import { openOrderMemory } from '../../../shared/aws/order-memory.ts';
import { openJournalStore } from '../../../shared/aws/journal-store.ts';
import { openTable } from '../../../shared/aws/table.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import { noOutcomes } from '../../../shared/renewal/outcome.ts';
import { jobOf } from '../../support/job-sample.ts';
import { journalOf } from '../../support/journal-sample.ts';
import { NOW } from './store-contract.ts';

process.env['AWS_REGION'] = 'local';
const dynamo = mockClient(DynamoDBDocumentClient);
const table = openTable('renewals');
const jobs = openJobStore(table);
const journals = openJournalStore(table);
const accounts = openAccountStore(table);
const memory = openOrderMemory(table);
const DAY = 86_400_000;
const NOTHING = { rows: 0, outcomes: noOutcomes(), approved: [], paid: [] };

const refused = new ConditionalCheckFailedException({ $metadata: {}, message: 'no' });
const throttled = new Error('ThrottlingException');

/** A journal as the table has it. */
function stored(journal: Journal): Record<string, unknown> {
  return { ...journal, rows: JSON.stringify(journal.rows) };
}

beforeEach(() => {
  dynamo.reset();
});

describe('a journal whose write was refused', () => {
  const journal = journalOf(1, { version: 4, nonce: 'mine' });

  test('counts as saved when the stored one carries our nonce: only the answer was lost', async () => {
    dynamo
      .on(PutCommand)
      .rejects(refused)
      .on(GetCommand)
      .resolves({ Item: stored(journal) });

    expect(await journals.save(journal)).toBe('saved');
  });

  test('is lost when the stored one carries another nonce, even of the same version', async () => {
    const theirs = stored({ ...journal, nonce: 'theirs' });
    dynamo.on(PutCommand).rejects(refused).on(GetCommand).resolves({ Item: theirs });

    expect(await journals.save(journal)).toBe('lost');
  });

  test('is lost when there is none any more', async () => {
    dynamo.on(PutCommand).rejects(refused).on(GetCommand).resolves({});

    expect(await journals.save(journal)).toBe('lost');
  });

  test('for another reason than its condition is a fault, neither saved nor lost', async () => {
    dynamo.on(PutCommand).rejects(throttled);

    await expect(journals.save(journal)).rejects.toBe(throttled);
    await expect(journals.create(journal)).rejects.toBe(throttled);
    expect(dynamo.commandCalls(GetCommand)).toHaveLength(0);
  });
});

describe('a stored item that does not fit its schema', () => {
  test('stops the reading of a journal: no row is left out silently', async () => {
    const { rows, ...rest } = journalOf(2);
    const broken = JSON.stringify([rows[0], { ...rows[1], approved: undefined }]);
    dynamo.on(GetCommand).resolves({ Item: { ...rest, rows: broken } });
    dynamo.on(QueryCommand).resolves({ Items: [{ ...rest, rows: broken }] });

    await expect(journals.read('job', 0)).rejects.toThrow('approved');
    await expect(journals.list('job')).rejects.toThrow('approved');
  });

  test('stops the reading of a job', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...jobOf(), status: 'gone' } });

    await expect(jobs.read('job')).rejects.toThrow('status');
  });
});

describe('reads that decide about money', () => {
  test('are consistent ones, every one of them', async () => {
    dynamo.on(GetCommand).resolves({}).on(QueryCommand).resolves({});
    await jobs.read('job');
    await journals.read('job', 0);
    await accounts.read('main');
    await journals.list('job');
    await accounts.unproved('main', 'job');
    await memory.find('huawei', [{ key: 'r1', day: '2026-12-20' }]);
    const calls = [...dynamo.commandCalls(GetCommand), ...dynamo.commandCalls(QueryCommand)];

    expect(calls).toHaveLength(6);
    expect(calls.every(({ args: [{ input }] }) => input.ConsistentRead === true)).toBe(true);
  });

  test('go on to the last page', async () => {
    const from = { pk: 'x', sk: 'y' };
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [stored(journalOf(1, { chunk: 0 }))], LastEvaluatedKey: from })
      .resolves({ Items: [stored(journalOf(1, { chunk: 1 }))] });
    const listed = await journals.list('job');

    expect(listed.map(({ chunk }) => chunk)).toEqual([0, 1]);
    expect(dynamo.commandCalls(QueryCommand)[1]?.args[0].input.ExclusiveStartKey).toEqual(from);
  });

  test('of unproved rows go on to the last page, and leave out what a person has settled', async () => {
    const row = { resourceId: 'r1', expiryDay: '2026-12-20', job: 'a', at: NOW - 400 * DAY };
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [{ ...row, at: 0 }], LastEvaluatedKey: { pk: 'x' } })
      .resolves({ Items: [row] });

    expect(await accounts.unproved('main', 'b')).toEqual([row]);
  });
});

describe('every write of an item that may be there already', () => {
  test('is made under a condition', async () => {
    dynamo.on(PutCommand).resolves({}).on(GetCommand).resolves({});
    dynamo.on(UpdateCommand).resolves({ Attributes: { ...jobOf() } });
    await jobs.create(jobOf());
    await jobs.pinPlan('job', {
      planKey: 'a',
      rows: 1,
      chunkCount: 1,
      decidedByFile: noOutcomes(),
    });
    await jobs.move('job', { from: ['running'], to: 'suspended', at: NOW });
    await jobs.finishChunk('job', 0);
    await jobs.report(jobOf(), { totals: NOTHING, resultsKey: '', sheet: 'workbook', interim: 1 });
    await jobs.markNoticed(jobOf(), 'waiting');
    await journals.create(journalOf(1));
    await journals.save(journalOf(1, { version: 1 }));
    await accounts.enlist('main', 'job');
    dynamo.on(UpdateCommand).resolves({ Attributes: { turns: ['job#0'] } });
    const row = { key: 'r1', day: '2026-12-20' };
    await memory.enter({ site: 'huawei', job: 'job', chunk: 0 }, [row], NOW);
    const calls = [...dynamo.commandCalls(PutCommand), ...dynamo.commandCalls(UpdateCommand)];

    expect(calls).toHaveLength(11);
    for (const { args } of calls) expect(args[0].input.ConditionExpression).toMatch(/\S/u);
  });

  test('of a journal names the version before and stores the new one whole', async () => {
    dynamo.on(PutCommand).resolves({});
    const journal = journalOf(1, { version: 4, savedAt: NOW });
    await journals.save(journal);

    expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toEqual({
      TableName: 'renewals',
      Item: {
        pk: 'JOB#job0000001',
        sk: 'CHUNK#00000',
        shape: 1,
        ...journal,
        rows: JSON.stringify(journal.rows),
      },
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': 3 },
    });
  });

  test('of a move names the states it may start from and the epoch', async () => {
    dynamo.on(UpdateCommand).resolves({ Attributes: { ...jobOf() } });
    await jobs.move('job', { from: ['running', 'suspended'], epoch: 2, to: 'finishing', at: NOW });

    expect(dynamo.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      ConditionExpression:
        '#status IN (:from0, :from1) AND (attribute_not_exists(shape) OR shape <= :shape) AND #epoch = :ofEpoch',
      ExpressionAttributeValues: { ':from0': 'running', ':from1': 'suspended', ':ofEpoch': 2 },
    });
  });
});

describe("an account's line", () => {
  test('is changed on what somebody else has just written, not over it', async () => {
    const before = { account: 'main', active: null, waiting: [], rung: 100, version: 1 };
    const after = { ...before, active: 'theirs', version: 2 };
    dynamo.on(GetCommand).resolvesOnce({ Item: before }).resolves({ Item: after });
    dynamo.on(PutCommand).rejectsOnce(refused).resolves({});

    expect(await accounts.enlist('main', 'ours')).toMatchObject({
      active: 'theirs',
      waiting: ['ours'],
    });
    const [, second] = dynamo.commandCalls(PutCommand);
    expect(second?.args[0].input).toMatchObject({
      Item: { version: 3 },
      ExpressionAttributeValues: { ':before': 2 },
    });
  });

  test('that can never be written is a fault, not an endless loop', async () => {
    dynamo.on(GetCommand).resolves({}).on(PutCommand).rejects(refused);

    await expect(accounts.enlist('main', 'job')).rejects.toThrow('changed too often');
  });

  test('that cannot be written for another reason is a fault at once', async () => {
    dynamo.on(GetCommand).resolves({}).on(PutCommand).rejects(throttled);

    await expect(accounts.enlist('main', 'job')).rejects.toBe(throttled);
    expect(dynamo.commandCalls(PutCommand)).toHaveLength(1);
  });
});

describe('a job that another write refused', () => {
  test('for another reason than its condition is a fault', async () => {
    dynamo.on(PutCommand).rejects(throttled).on(UpdateCommand).rejects(throttled);

    await expect(jobs.create(jobOf())).rejects.toBe(throttled);
    await expect(jobs.move('job', { from: ['running'], to: 'finishing', at: NOW })).rejects.toBe(
      throttled,
    );
    await expect(
      jobs.pinPlan('job', { planKey: '', rows: 0, chunkCount: 0, decidedByFile: noOutcomes() }),
    ).rejects.toBe(throttled);
  });

  test('and that is gone when it is read is a fault', async () => {
    dynamo.on(UpdateCommand).rejects(refused).on(GetCommand).resolves({});

    await expect(
      jobs.pinPlan('job', { planKey: '', rows: 0, chunkCount: 0, decidedByFile: noOutcomes() }),
    ).rejects.toThrow('job job is not in the table');
  });
});

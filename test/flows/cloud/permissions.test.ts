import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import { type LocalRun, startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import type { Account } from '../../../shared/settings/account.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { dueNotice } from '../../../shared/notices/notice.ts';
import { dueResource } from '../../support/due-soon.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { useOfRole } from '../../support/role-use.ts';
import type { Timers } from '../../../infra/config.ts';
import { worldQuote } from '../../support/world-quote.ts';

/** Production's order, shrunk; four seconds of work, and as many again for a busy machine. */
const TIMERS: Timers = {
  httpSeconds: 2,
  keptBackSeconds: 4,
  functionSeconds: 8,
  leaseSeconds: 9,
  visibilitySeconds: 10,
  settleSeconds: 3,
  lagSeconds: 2,
  tickMinutes: 5,
};
const NOBODY = 'http://127.0.0.1:1';
const FOREIGN_KEY = 'arn:aws:kms:us-east-1:111111111111:key/foreign';
const WAIT = { timeout: 60_000, interval: 100 };
interface AccountKind {
  readonly rows: number;
  readonly balance: string;
  /** What each resource costs a month. */
  readonly month?: string;
  readonly behaviour?: Readonly<Record<string, number>>;
  readonly settings?: Partial<Account>;
}

/** What each account is like, beside that all is as usual. */
const ACCOUNTS = {
  well: { rows: 3, balance: '1000' },
  /** Its orders are completed late. */
  late: { rows: 3, balance: '1000', behaviour: { completionDelayMs: 20_000 } },
  /** It can pay for nothing; resumed by the tick. */
  short: { rows: 3, balance: '5', settings: { resumeEveryHours: 1e-4 } },
  /** As well; resumed by people. */
  bare: { rows: 3, balance: '5' },
  /** So slow that a chunk goes on in a second run. */
  slow: { rows: 120, balance: '10000', behaviour: { latencyMs: 600 } },
  /** So long that a dry run goes on in a second run. */
  long: { rows: 1500, balance: '1000', behaviour: { latencyMs: 100 } },
  /** It asks more than was approved. */
  dear: { rows: 3, balance: '1000', month: '11.00' },
  /** Its provider does not answer. */
  away: { rows: 3, balance: '5', settings: { endpoint: NOBODY } },
} as const satisfies Readonly<Record<string, AccountKind>>;
type Name = keyof typeof ACCOUNTS;
const NAMES = Object.keys(ACCOUNTS) as Name[];

/**
 * What no flow is to need, and why it is allowed all the same: by the action, whatever the resource.
 */
const UNCALLED: ReadonlyMap<string, string> = new Map([
  ['logs:CreateLogStream', 'Lambda writes the logs, in the name of the function.'],
  ['logs:PutLogEvents', 'Lambda writes the logs, in the name of the function.'],
  ['s3:AbortMultipartUpload', 'Only where a part of a large upload fails.'],
]);

const sandboxes = new Map<Name, HuaweiSandbox>();
let run: LocalRun;
let s3: S3Client;
let sqs: SQSClient;
let table: DynamoDBDocumentClient;

beforeAll(async () => {
  for (const name of NAMES) {
    const { rows, balance, month = '10.00', behaviour = {} }: AccountKind = ACCOUNTS[name];
    const prices = { month, year: '100.00' };
    const resources = Array.from({ length: rows }, (_, index) => dueResource(index, { prices }));
    const quick = { completionDelayMs: 0, ...behaviour };
    const world = { ...SAMPLE_KEYS, balance, resources, behaviour: quick };
    sandboxes.set(name, await startHuaweiSandbox({ world }));
  }
  run = await startLocalRun({
    accounts: NAMES.map((name) => {
      const { rows: maxRows, settings }: AccountKind = ACCOUNTS[name];
      const endpoint = sandboxes.get(name)!.url;
      return testAccount({ name, endpoint, maxRows, callsPerSecond: 200, ...settings });
    }),
    keys: Object.fromEntries(NAMES.map((name) => [name, SAMPLE_KEYS])),
    timers: TIMERS,
    schedules: 'off',
  });
  sqs = new SQSClient(run.cloud.clientConfig('sqs'));
  s3 = new S3Client(run.cloud.clientConfig('s3'));
  table = DynamoDBDocumentClient.from(new DynamoDBClient(run.cloud.clientConfig('dynamodb')));
}, 120_000);

afterAll(async () => {
  s3.destroy();
  sqs.destroy();
  table.destroy();
  await run.stop();
  for (const one of sandboxes.values()) await one.close();
});

async function drop(
  account: Name,
  file: string,
  rows: number = ACCOUNTS[account].rows,
): Promise<void> {
  await run.drop(account, file, await worldQuote(rows));
}

async function jobOf(file: string, fits: (job: Job) => boolean): Promise<Job> {
  return await vi.waitFor(async () => {
    const job = (await run.jobs.jobs()).find(({ name }) => `${name}.xlsx` === file);
    if (job === undefined || !fits(job)) throw new Error(`${file} is ${job?.status ?? 'unknown'}`);
    return job;
  }, WAIT);
}

/** Suspended, with its interim workbook. */
function isAtRest({ status, interim, epoch }: Job): boolean {
  return status === 'suspended' && interim === epoch;
}

async function operate(command: string, more: object = {}): Promise<unknown> {
  return await run.cloud.invoke('OperateFunction', { command, ...more });
}

async function tick(): Promise<void> {
  await run.cloud.runSchedule('OnTheClock');
}

/** What a worker that died, or a message that was lost, would have left of an item. */
async function leave(pk: string, sk: string, fields: Readonly<Record<string, unknown>>) {
  const names = Object.keys(fields);
  await table.send(
    new UpdateCommand({
      TableName: run.cloud.lookup('TableName'),
      Key: { pk, sk },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        names.map((name) => [`:${name}`, fields[name]]),
      ),
    }),
  );
}

async function leaveJob({ id }: Job, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await leave(`JOB#${id}`, 'JOB', fields);
}

/** The job as if its approved file were gone, and nobody had been told of that. */
async function leaveWithoutFile(job: Job): Promise<void> {
  await leaveJob(job, { source: { ...job.source, key: `approved/${job.account}/gone.xlsx` } });
}

interface Awaited {
  /** What the resource ends in, but for `.fifo`. */
  readonly on?: RegExp;
  /** The queue whose waiting messages are let be seen at once. */
  readonly queue?: string;
}

/** Waits for a call. */
async function until(functionPart: string, action: string, { on = /./u, queue }: Awaited = {}) {
  await vi.waitFor(async () => {
    if (queue !== undefined) await run.cloud.endVisibility(queue).catch(() => 0);
    const called = run.cloud
      .calls()
      .some(
        (call) =>
          call.function.includes(functionPart) && call.action === action && on.test(call.resource),
      );
    expect(called, `${functionPart} ${action}`).toBe(true);
  }, WAIT);
}

async function putUnderForeignKey(Key: string, Body: Uint8Array): Promise<void> {
  const encryption = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: FOREIGN_KEY } as const;
  const Bucket = run.cloud.lookup('BucketName');
  await s3.send(new PutObjectCommand({ Bucket, Key, Body, ...encryption }));
}

/** Renewed, refused, in line, lost on the way: and what the tick does with what is left of that. */
async function files(): Promise<void> {
  await drop('well', 'first.xlsx');
  await drop('well', 'second.xlsx');
  await drop('well', 'too-many.xlsx', 5);
  await putUnderForeignKey('approved/well/foreign.xlsx', await worldQuote(3));
  const job = await jobOf('first.xlsx', isReported);
  const untold = await jobOf('second.xlsx', (one) => isReported(one) && dueNotice(one) === null);
  await jobOf('too-many.xlsx', isReported);
  const foreign = await jobOf('foreign.xlsx', isReported);
  expect(foreign.reason).toMatchObject({ id: 'file-unreadable' });
  await leaveJob(job, { sheet: 'owed', endedAt: 0 });
  await leaveJob(untold, { noticed: '' });
  await leave('ACCOUNT#well', 'ACCOUNT', { active: job.id });
  await tick();
}

/** Three files, of which the first is suspended for want of money. */
async function threeInLine(name: Name): Promise<Job> {
  await drop(name, `${name}-1.xlsx`);
  const first = await jobOf(`${name}-1.xlsx`, isAtRest);
  await drop(name, `${name}-2.xlsx`);
  await jobOf(`${name}-2.xlsx`, ({ status }) => status === 'waiting');
  await drop(name, `${name}-3.xlsx`);
  await jobOf(`${name}-3.xlsx`, ({ status }) => status === 'waiting');
  return first;
}

/** Without money: resumed by people and by the tick, also when the approved file is gone. */
async function suspended(): Promise<void> {
  const [short, bare] = [await threeInLine('short'), await threeInLine('bare')];
  await operate('export', { account: 'short', due: '60d', by: 'ops' });
  for (const command of ['status', 'rows', 'journal']) await operate(command, { job: bare.id });
  await operate('list');
  await operate('queues');
  await leaveWithoutFile(short);
  await tick();
  await leaveWithoutFile(bare);
  await operate('resume', { job: bare.id, by: 'ops' });
  const [short2, bare2] = [
    await jobOf('short-2.xlsx', isAtRest),
    await jobOf('bare-2.xlsx', isAtRest),
  ];
  await tick();
  await jobOf('short-2.xlsx', (job) => isAtRest(job) && job.epoch > short2.epoch);
  await leave('ACCOUNT#bare', 'ACCOUNT', { held: bare2.reason });
  await operate('resume', { job: bare2.id, by: 'ops' });
  await leaveWithoutFile(await jobOf('bare-3.xlsx', () => true));
  await jobOf('bare-2.xlsx', isAtRest);
  await operate('cancel', { job: bare2.id, by: 'ops' });
  await jobOf('bare-2.xlsx', isReported);
  await s3.send(
    new DeleteObjectCommand({ Bucket: run.cloud.lookup('BucketName'), Key: short2.source.key }),
  );
  await jobOf('short-2.xlsx', isReported);
  await until('FinishJob', 'sqs:SendMessage', { on: /ChunksQueue/u });
}

/** A worker that dies leaves its lease, which whoever comes next has to respect. */
async function killed(): Promise<void> {
  let killing = false;
  const release = sandboxes.get('late')!.onCall(async ({ api, phase }) => {
    if (api !== 'renew' || phase !== 'after' || killing) return;
    killing = true;
    await run.cloud.kill('RenewChunk');
  });
  await drop('late', 'late.xlsx');
  await until('RenewChunk', 'sqs:ChangeMessageVisibility', { queue: 'ChunksQueueUrl' });
  const { id: job } = await jobOf('late.xlsx', () => true);
  release();
  const QueueUrl = run.cloud.lookup('FinishQueueUrl');
  const MessageBody = JSON.stringify({ job, kind: 'aside', chunk: 0 });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  await until('FinishJob', 'sqs:ChangeMessageVisibility', { queue: 'FinishQueueUrl' });
}

/** Out of time, a worker goes on in a message of its own. */
async function continued(): Promise<void> {
  await drop('slow', 'slow.xlsx');
  await until('RenewChunk', 'sqs:SendMessage', { on: /ChunksQueue/u });
}

/** Told, asked again, gone on with, waited for. */
async function looks(): Promise<void> {
  await operate('export', { account: 'well', due: '60d', by: 'ops' });
  await operate('export', { account: 'away', due: '60d', by: 'ops' });
  await run.check('well', 'check.xlsx', await worldQuote(3));
  await run.check('dear', 'dear.xlsx', await worldQuote(3));
  await run.check('long', 'long.xlsx', await worldQuote(ACCOUNTS.long.rows));
  await putUnderForeignKey('check/well/foreign.xlsx', await worldQuote(3));
  await until('CheckQuote', 'sqs:SendMessage');
  await until('CheckQuote', 'sqs:ChangeMessageVisibility');
  await until('ExportQuote', 'sqs:ChangeMessageVisibility');
}

test('jobs, exports and dry runs go the ways that people, providers and faults send them', async () => {
  await Promise.all([files(), suspended(), killed(), continued(), looks()]);
  await run.cloud.idle();

  const charged = sandboxes
    .get('well')!
    .ledger()
    .flatMap(({ resources }) => resources);
  expect(charged.map(({ resourceId }) => resourceId).toSorted()).toEqual(['r0', 'r1', 'r2']);
}, 180_000);

test('no call is refused but for the use of a key of KMS that is not ours', () => {
  const refused = run.cloud.violations().map(({ action, resource }) => `${action} ${resource}`);

  expect([...new Set(refused)]).toEqual([`kms:Decrypt ${FOREIGN_KEY}`]);
});

test('a simulator of IAM finds each call allowed, and each thing that is allowed called', async () => {
  const uses = await Promise.all(
    run.cloud.functions.map(async ({ logicalId, name }) => {
      const calls = run.cloud.calls().filter(({ function: by }) => by === name);
      const own = calls.filter(({ action }) => !action.startsWith('kms:'));
      const { missing, unused } = await useOfRole(run.cloud.statementsOf(logicalId), own);
      const unexplained = unused.filter((part) => !UNCALLED.has(part.split(' ')[1]!));
      return [logicalId, { missing, unused: unexplained }] as const;
    }),
  );

  expect(uses).toEqual(uses.map(([id]) => [id, { missing: [], unused: [] }]));
});

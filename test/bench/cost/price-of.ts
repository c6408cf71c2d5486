import { MEMORY } from '../../../infra/constructs/functions/memory.ts';
import {
  FUNCTION_NAMES,
  type FunctionName,
} from '../../../infra/constructs/code/function-names.ts';
import type { Counted, CountedJob } from './counted.ts';
import { PRICES } from './prices.ts';

const KB = 1024;
/** Bytes that one run writes to its log, and one request besides: measured in tens, priced in nothing. */
const LOG_BYTES_A_RUN = 2000;
const HOURS = 24;
const DAYS = 30;
/** Long polls of Lambda on a queue that is mapped, at once and for so many seconds each (Lambda, "Configuring scaling behavior for SQS event source mappings"; SQS, long polling). */
const POLLS_AT_ONCE = 5;
const POLL_SECONDS = 20;

/** One line of a bill. */
export interface Item {
  readonly what: string;
  /** How much of it, in words. */
  readonly amount: string;
  /** US dollars. */
  readonly price: number;
}

/** What one job of so many rows would take: in equal shares what one of ten chunks took more than one of one. */
export function scaled([one, ten]: Counted['jobs'], rows: number): CountedJob {
  const chunks = Math.ceil(rows / 100);
  const more = (a: number, b: number): number =>
    a + ((b - a) / (ten.chunks - one.chunks)) * (chunks - 1);
  const all = (pick: (job: CountedJob) => Record<string, number>): Record<string, number> => {
    const names = new Set([...Object.keys(pick(one)), ...Object.keys(pick(ten))]);
    return Object.fromEntries(
      [...names].map((name) => [
        name,
        Math.max(0, Math.round(more(pick(one)[name] ?? 0, pick(ten)[name] ?? 0))),
      ]),
    );
  };
  return {
    ...ten,
    rows,
    chunks,
    requests: all(({ requests }) => requests),
    runs: all(({ runs }) => runs),
    runMs: all(({ runMs }) => runMs),
    providerCalls: all(({ providerCalls }) => providerCalls),
  };
}

/** Write units of a job: each write of a chunk's function is taken for one of a whole journal. */
export function writeUnits({ requests, bytes }: CountedJob): number {
  const whole = Math.ceil(bytes.journal / KB);
  return (
    (requests['dynamodb:PutItem'] ?? 0) * whole + updates(requests) * Math.ceil(bytes.job / KB)
  );
}

function updates(requests: Readonly<Record<string, number>>): number {
  return (requests['dynamodb:UpdateItem'] ?? 0) + (requests['dynamodb:DeleteItem'] ?? 0);
}

function readUnits({ requests, bytes }: CountedJob): number {
  const reads = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:BatchGetItem'];
  const count = reads.reduce((sum, name) => sum + (requests[name] ?? 0), 0);
  return count * Math.ceil(bytes.journal / (4 * KB));
}

const ended = (name: string): FunctionName =>
  FUNCTION_NAMES.find((one) => one.replaceAll('-', '') === name.toLowerCase())!;

/** The bill of one job. */
export function billOf(job: CountedJob): Item[] {
  const { requests, runs, runMs } = job;
  const total = sumOf(runs);
  const seconds = Object.entries(runMs).reduce(
    (sum, [name, ms]) => sum + (ms / 1000) * (MEMORY[ended(name)].has / KB),
    0,
  );
  const of = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (requests[name] ?? 0), 0);
  // Lambda itself receives and deletes each message that a function is run for.
  const messages = of('sqs:SendMessage', 'sqs:ChangeMessageVisibility') + 2 * total;
  const writes = of('s3:PutObject', 's3:ListBucket', 's3:DeleteObject');
  const reads = of('s3:GetObject', 's3:GetObjectVersion', 's3:HeadObject');
  return [
    item(
      'Lambda',
      `${round(total)} runs, ${round(seconds)} GB-seconds`,
      total * PRICES.lambda.request + seconds * PRICES.lambda.gigabyteSecond,
    ),
    item(
      'DynamoDB',
      `${round(writeUnits(job))} write units, ${round(readUnits(job))} read units`,
      writeUnits(job) * PRICES.dynamodb.write + readUnits(job) * PRICES.dynamodb.read,
    ),
    item('SQS', `${round(messages)} requests`, messages * PRICES.sqs.fifo),
    item(
      'S3',
      `${round(writes)} that write, ${round(reads)} that read`,
      writes * PRICES.s3.write + reads * PRICES.s3.read,
    ),
    item(
      'Secrets Manager',
      `${round(of('secretsmanager:GetSecretValue'))} requests`,
      of('secretsmanager:GetSecretValue') * PRICES.secrets.request,
    ),
    item('SNS', `${round(of('sns:Publish'))} notices`, of('sns:Publish') * PRICES.sns.publish),
    item(
      'Logs',
      `${round((total * LOG_BYTES_A_RUN) / KB)} KB`,
      ((total * LOG_BYTES_A_RUN) / KB ** 3) * PRICES.cloudWatch.logGigabyte,
    ),
  ];
}

/** What of the stack costs by the month, whether anything is renewed or not. */
export interface Standing {
  readonly queues: number;
  readonly secrets: number;
  readonly alarms: number;
  /** Metrics made of log lines. */
  readonly metrics: number;
  readonly tickMinutes: number;
}

/** The bill of a month in which nobody drops anything. */
export function idleMonth({ tick }: Counted, standing: Standing): Item[] {
  const ticks = (DAYS * HOURS * 60) / standing.tickMinutes;
  const polls = (standing.queues * POLLS_AT_ONCE * DAYS * HOURS * 3600) / POLL_SECONDS;
  const seconds = (ticks * tick.ms * MEMORY.tick.has) / KB / 1000;
  const reads = sumOf(tick.requests) * ticks;
  const { alarm, metric, dashboard } = PRICES.cloudWatch;
  return [
    item(
      'SQS',
      `${round(polls)} empty polls of ${standing.queues} queues by Lambda`,
      polls * PRICES.sqs.fifo,
    ),
    item(
      'Alarms and metrics',
      `${standing.alarms} alarms, ${standing.metrics} metrics, a dashboard`,
      standing.alarms * alarm + standing.metrics * metric + dashboard,
    ),
    item(
      'Secrets Manager',
      `${standing.secrets} of an account`,
      standing.secrets * PRICES.secrets.month,
    ),
    item(
      'Lambda',
      `${round(ticks)} ticks, ${round(seconds)} GB-seconds`,
      ticks * PRICES.lambda.request + seconds * PRICES.lambda.gigabyteSecond,
    ),
    item('DynamoDB', `${round(reads)} reads by them`, reads * PRICES.dynamodb.read),
  ];
}

/** What a bill comes to, in US dollars. */
export function totalOf(items: readonly Item[]): number {
  return items.reduce((sum, { price }) => sum + price, 0);
}

function item(what: string, amount: string, price: number): Item {
  return { what, amount, price };
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}

function round(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

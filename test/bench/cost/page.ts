import type { Counted } from './counted.ts';
import {
  billOf,
  idleMonth,
  type Item,
  scaled,
  type Standing,
  totalOf,
  writeUnits,
} from './price-of.ts';
import { LIMITS } from './prices.ts';
import { type Scale, scaleOf, WORKLOADS } from './scale.ts';

/** Where it stands in the manual. */
export const PAGE = 'infra/docs/cost-and-scale.md';

const ROWS = 10_000;

/** The page of the manual on cost and scale, from what was counted. */
export function pageText(counted: Counted, standing: Standing): string {
  const job = scaled(counted.jobs, ROWS);
  const bill = billOf(job);
  const month = idleMonth(counted, standing);
  const scales = WORKLOADS.map((workload) => scaleOf(counted, workload));
  const [one, ten] = counted.jobs;
  return `# What it costs, and how far it goes

For platform engineers. Nothing here was measured on AWS. \`npm run bench -- --cost\` carries out ${number(one.rows)} and ${number(ten.rows)} rows on one machine, at a provider that takes 10 ids a call, 300 ms for an answer and 10 calls a second of each API, counts the requests, and writes this page; the rest is reckoned from that. A test fails when the page is not what the code makes of the counts.

**Contents**: [A job of ${number(ROWS)} rows](#a-job-of-10000-rows) · [A month in which nothing happens](#a-month-in-which-nothing-happens) · [How long it takes](#how-long-it-takes) · [Which limit comes first](#which-limit-comes-first) · [What was counted](#what-was-counted)

Prices are AWS's list prices for US East (N. Virginia) as of 2025 (\`test/bench/cost/prices.ts\`), on demand, without the free tier; storage is left out, for it is a few cents. What the provider charges for the renewals is another matter.

## A job of 10,000 rows

${money(totalOf(bill))} in all, ${cents((totalOf(bill) / ROWS) * 100 * 100)} for a hundred rows.

${billTable(bill)}

Most of it is the journal: each step that could spend is written down before and after, and what is written is the whole journal of the chunk, ${number(Math.ceil(job.bytes.journal / 1024))} KB of it.

## A month in which nothing happens

${money(totalOf(month))} with one account. Each further account adds its secret.

${billTable(month)}

## How long it takes

All files are dropped at once. A simulation of the queues follows every chunk: five files are read in and five workbooks written at once, one chunk of an account is carried out at a time, all accounts side by side.

${scaleTable(scales)}

"On a new table" is how long it takes where the table has never been busy, and takes no more than ${number(LIMITS.newTableWrites)} write units a second all the while; in truth it takes more after some minutes.

An account is as fast as its provider lets it be (\`callsPerSecond\`), whatever the others do. Reading in takes turns: with very many accounts the last of them begins late.

## Which limit comes first

The share of each limit that is used at most, were all of it to go on at once. Above 100 % the limit is met: work waits there, and nothing is lost by it.

${limitTable(scales)}

| limit                                   | is                                                                                          | when it is met                                                                                                            |
| --------------------------------------- | ------------------------------------------------------------------------------------------- | ------------------------------------------------------------------------------------------------------------------------- |
| the account's call rate at the provider | \`callsPerSecond\` of the account, 10 of each API as it comes                                 | calls wait their turn: this is meant to be the one                                                                         |
| files read in, workbooks written at once | five of each, so that a morning's files do not take the quota of Lambda from everything else | jobs wait for their turn to begin, or for their workbook; money is not concerned |
| runs of Lambda at once                  | ${number(LIMITS.lambdaAtOnce)} in an AWS account and region; a new one may have 10                                     | messages wait in their queues; have the quota raised                                                                      |
| calls to the FIFO queue                 | ${number(LIMITS.fifoCalls)} a second of each kind                                                                   | Lambda asks again                                                                                                         |
| messages of the FIFO queue in flight    | ${number(LIMITS.fifoInFlight)}                                                                                      | no more is handed out until some are done                                                                                 |
| write units of a new table              | ${number(LIMITS.newTableWrites)} a second; it grows with use, to twice its last peak                                   | writes are tried again by the SDK, and a run that gives up comes back: on the first day drop the files of many accounts in some portions, or have the table warmed before (\`aws dynamodb update-table --warm-throughput\`) |
| write units of one job's partition      | ${number(LIMITS.partitionWrites)} a second                                                                          | the same                                                                                                                  |
| the size of an item                     | ${number(LIMITS.itemBytes / 1024)} KB                                                                                     | never: a test holds the largest journal below it                                                                          |

Sources: AWS's developer guides, "Lambda quotas", "Amazon SQS message quotas" and "queue quotas", "Initial throughput for on-demand capacity mode" and "Best practices for partition keys" of DynamoDB.

## What was counted

${countedTable(counted)}
`;
}

function number(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function money(dollars: number): string {
  return `${dollars.toFixed(2)} USD`;
}

function cents(amount: number): string {
  return `${amount.toFixed(3)} cents`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function billTable(items: readonly Item[]): string {
  const rows = items
    .toSorted((a, b) => b.price - a.price)
    .map(({ what, amount, price }) => [what, amount, price.toFixed(4)]);
  return table(['what', 'how much', 'USD'], rows);
}

function loadOf({ workload: { accounts, rowsEach } }: Scale): string {
  return `${number(accounts)} x ${number(rowsEach)} rows`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}

function scaleTable(scales: readonly Scale[]): string {
  const rows = scales.map((scale) => {
    const { flowed, onNewTable, uses } = scale;
    return [
      loadOf(scale),
      duration(flowed.readIn),
      duration(flowed.firstDone),
      duration(flowed.allDone),
      duration(onNewTable),
      number(flowed.busiest),
      uses[0]!.limit,
    ];
  });
  const head = [
    'accounts x rows',
    'all read in',
    'first done',
    'all done',
    'on a new table',
    'chunks at once',
    'first limit',
  ];
  return table(head, rows);
}

function shareOf({ uses }: Scale, limit: string): string {
  const share = uses.find((one) => one.limit === limit)!.share;
  return `${share < 0.01 ? 'below 1' : number(share * 100)} %`;
}

function limitTable(scales: readonly Scale[]): string {
  const limits = scales[0]!.uses.map(({ limit }) => limit).toSorted();
  return table(
    ['limit', ...scales.map(loadOf)],
    limits.map((limit) => [limit, ...scales.map((scale) => shareOf(scale, limit))]),
  );
}

function countedTable({ jobs: [one, ten], tick }: Counted): string {
  const names = [
    ...new Set([one, ten].flatMap(({ requests }) => Object.keys(requests))),
  ].toSorted();
  const calls = (job: typeof one): number =>
    Object.values(job.providerCalls).reduce((sum, count) => sum + count, 0);
  const rows = [
    ...names.map((name) => [
      `\`${name}\``,
      number(one.requests[name] ?? 0),
      number(ten.requests[name] ?? 0),
      number(tick.requests[name] ?? 0),
    ]),
    ['write units, at most', number(writeUnits(one)), number(writeUnits(ten)), ''],
    ['calls to the provider', number(calls(one)), number(calls(ten)), ''],
    [
      'seconds a chunk, the middle one',
      (one.chunkMs / 1000).toFixed(1),
      (ten.chunkMs / 1000).toFixed(1),
      '',
    ],
  ];
  return table(['', `${number(one.rows)} rows`, `${number(ten.rows)} rows`, 'a tick'], rows);
}

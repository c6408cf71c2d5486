import type { Counted } from './counted.ts';
import { LIMITS } from './prices.ts';
import { scaled, writeUnits } from './price-of.ts';
import { type Flowed, flow } from './queueing.ts';

/** Calls a second and API that an account is let make, as it comes. */
const CALLS_PER_SECOND = 10;
/** Runs of intake and finish-job at once (`infra/constructs/functions/workers.ts`). */
const WORKBOOKS_AT_ONCE = 5;

/** A day on which all files are dropped at once. */
export interface Workload {
  readonly accounts: number;
  readonly rowsEach: number;
}

/** The workloads of the page. */
export const WORKLOADS: readonly Workload[] = [
  { accounts: 1, rowsEach: 10_000 },
  { accounts: 100, rowsEach: 10_000 },
  { accounts: 1000, rowsEach: 1000 },
];

/** How much of a limit is used at most: 1 is all of it. */
export interface Use {
  readonly limit: string;
  readonly share: number;
}

/** How long a workload takes, and which limits it comes near to, the nearest first. */
export interface Scale {
  readonly workload: Workload;
  readonly flowed: Flowed;
  /** Seconds until all is done on a table that was never busy, which takes only so many write units. */
  readonly onNewTable: number;
  readonly uses: readonly Use[];
}

/** Follows a workload through the queues, with what was counted of one account. */
export function scaleOf({ jobs }: Counted, workload: Workload): Scale {
  const { accounts, rowsEach } = workload;
  const job = scaled(jobs, rowsEach);
  const each = (name: string): number =>
    (job.runMs[name] ?? 0) / 1000 / Math.max(1, job.runs[name] ?? 1);
  const chunk = job.chunkMs / 1000;
  const flowed = flow({
    accounts,
    chunksEach: job.chunks,
    readIn: each('Intake'),
    chunk,
    finish: each('FinishJob'),
    readersAtOnce: WORKBOOKS_AT_ONCE,
    // One for each account, as the stack is built (`Workers`).
    chunksAtOnce: Math.min(LIMITS.lambdaAtOnce, Math.max(2, accounts)),
    finishersAtOnce: WORKBOOKS_AT_ONCE,
  });
  const ofChunk = writeUnits(job) / job.chunks;
  const calls = Math.max(...Object.values(job.providerCalls)) / job.chunks;
  const uses = [
    { limit: "the account's call rate at the provider", share: calls / chunk / CALLS_PER_SECOND },
    {
      limit: 'runs of Lambda at once',
      share: (flowed.busiest + 2 * Math.min(accounts, WORKBOOKS_AT_ONCE)) / LIMITS.lambdaAtOnce,
    },
    { limit: 'calls to the FIFO queue', share: flowed.chunksPerSecond / LIMITS.fifoCalls },
    { limit: 'messages of the FIFO queue in flight', share: flowed.busiest / LIMITS.fifoInFlight },
    {
      limit: 'write units of a new table',
      share: (flowed.chunksPerSecond * ofChunk) / LIMITS.newTableWrites,
    },
    {
      limit: "write units of one job's partition",
      share: ofChunk / chunk / LIMITS.partitionWrites,
    },
    {
      limit: 'files read in at once',
      share: (accounts * each('Intake')) / WORKBOOKS_AT_ONCE / flowed.allDone,
    },
    {
      limit: 'workbooks written at once',
      share: (accounts * each('FinishJob')) / WORKBOOKS_AT_ONCE / flowed.allDone,
    },
    { limit: 'the size of an item', share: job.bytes.journal / LIMITS.itemBytes },
  ];
  const written = (accounts * writeUnits(job)) / LIMITS.newTableWrites;
  const onNewTable = Math.max(flowed.allDone, flowed.readIn / accounts + written);
  return { workload, flowed, onNewTable, uses: uses.toSorted((a, b) => b.share - a.share) };
}

import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

const FILE = new URL('counted.json', import.meta.url);

const counts = z.record(z.string(), z.number());

const jobSchema = z.object({
  rows: z.int(),
  chunks: z.int(),
  /** Requests to AWS by their IAM actions, of all functions. */
  requests: counts,
  /** Runs of each function. */
  runs: counts,
  /** Milliseconds that all runs of a function took together. */
  runMs: counts,
  /** Calls to the provider by API. */
  providerCalls: counts,
  /** From the begin of one chunk to that of the next, the middle one, in milliseconds. */
  chunkMs: z.number(),
  /** The largest journal of a chunk and the job's item, as JSON. */
  bytes: z.object({ journal: z.int(), job: z.int() }),
});

const countedSchema = z.object({
  /** Of one chunk, and of ten. */
  jobs: z.tuple([jobSchema, jobSchema]),
  /** Of one tick with nothing to do: requests, and milliseconds of its run. */
  tick: z.object({ requests: counts, ms: z.number() }),
});

/** What one job took. */
export type CountedJob = z.output<typeof jobSchema>;
/** What `npm run bench -- --cost` counted last. */
export type Counted = z.output<typeof countedSchema>;

/** Reads it. */
export function readCounted(): Counted {
  return countedSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** Keeps it, for the page and its test. */
export function keepCounted(counted: Counted): void {
  writeFileSync(FILE, `${JSON.stringify(countedSchema.parse(counted), null, 2)}\n`);
}

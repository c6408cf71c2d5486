import { parseArgs } from 'node:util';

/** What the bench is asked for. */
export interface BenchOptions {
  /** Sizes of the quotes, one column each and for each number of ids per renew call. */
  readonly rows: readonly number[];
  /** Leaves out the part with a slow provider, and imports fewer times. */
  readonly quick: boolean;
}

/** How the bench is used. */
export const BENCH_USAGE = `npm run bench -- [options]

Carries out quotes in a local copy of the cloud, every function in a process of its own, and prints
one table of times, calls, memory and sizes beside what is aimed at. Nothing fails by a missed aim.

  --rows 1000,10000   sizes of the quotes (this is the default)
  --quick             1,000 rows, without the part with a slow provider
`;

/** Reads the arguments after `--`; null is a call for help. Throws one sentence for what is wrong. */
export function readBenchOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string' },
      quick: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return null;
  const quick = values.quick ?? false;
  const rows = (values.rows ?? (quick ? '1000' : '1000,10000')).split(',').map(Number);
  if (rows.some((count) => !Number.isSafeInteger(count) || count < 1)) {
    throw new Error('--rows takes whole numbers above 0, separated by commas.');
  }
  return { rows, quick };
}

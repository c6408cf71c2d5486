import { parseArgs } from 'node:util';

/** What the gate is asked for. */
export interface MutantsOptions {
  /** Only mutants whose name or file has this in it; null: all. */
  readonly only: string | null;
  /** Copies of the tree in which mutants are tried side by side. */
  readonly workers: number;
}

/** How the gate is used. */
export const MUTANTS_USAGE = `npm run mutants -- [options]

Breaks one money rule after the other in a copy of the sources, and runs the tests that must notice
it. Ends with 1 where one goes unnoticed.

  --only TEXT    only mistakes with this in their name or in their file's
  --workers N    copies side by side (2 by default)
`;

/** Reads the arguments after `--`; null is a call for help. Throws one sentence for what is wrong. */
export function readMutantsOptions(args: readonly string[]): MutantsOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      workers: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return null;
  const workers = Number(values.workers ?? '2');
  if (!Number.isSafeInteger(workers) || workers < 1) {
    throw new Error('--workers takes a whole number above 0.');
  }
  return { only: values.only ?? null, workers };
}

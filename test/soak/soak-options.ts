import { parseArgs } from 'node:util';

/** What the soak is asked for. */
export interface SoakOptions {
  readonly minutes: number;
  /** Of the first run; each further run has the next one. */
  readonly seed: number;
  /** The most runs; null: as many as the time allows. */
  readonly runs: number | null;
  /** Processes side by side. */
  readonly workers: number;
  /** Looks for the smallest run that fails in the same way, within the minutes. */
  readonly shrink: boolean;
}

/** How the soak is used. */
export const SOAK_USAGE = `npm run soak -- [options]

Carries out random runs, on and on: generated worlds, files, crashes, faults, colleagues and
operators, with the real engine and adapter at a real sandbox on a fake clock. Stops at the first run
whose books are wrong, with exit code 1, and prints the command that repeats it.

  --minutes N   for how long (10 by default)
  --seed S      of the first run; each further one has the next seed (by the clock by default)
  --runs N      so many runs at most; --seed S --runs 1 repeats a single one
  --workers N   processes side by side (2 by default)
  --shrink      with a seed that fails: looks for the smallest such run, within the minutes
`;

function numberOf(name: string, text: string, least: number, whole: boolean): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && (!whole || Number.isSafeInteger(value))) return value;
  throw new Error(
    `--${name} takes a ${whole ? 'whole number' : 'number'} from ${least} up, not "${text}".`,
  );
}

/** Reads the arguments after `--`; null is a call for help. Throws one sentence for what is wrong. */
export function readSoakOptions(args: readonly string[], now: number): SoakOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(now % 1_000_000_000) },
      runs: { type: 'string' },
      workers: { type: 'string', default: '2' },
      shrink: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  return {
    minutes: numberOf('minutes', values.minutes, 0.01, false),
    seed: numberOf('seed', values.seed, 0, true),
    runs: values.runs === undefined ? null : numberOf('runs', values.runs, 1, true),
    workers: numberOf('workers', values.workers, 1, true),
    shrink: values.shrink,
  };
}

import { parseCommand } from '../../infra/cli/terminal/parse-command.ts';
import { plainCommand } from '../../infra/cli/terminal/plain-command.ts';
import { UserMistake } from '../../infra/cli/terminal/user-mistake.ts';

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

interface Given {
  readonly minutes: string;
  readonly seed?: string;
  readonly runs?: string;
  readonly workers: string;
  readonly shrink?: boolean;
}

function numberOf(name: string, text: string, least: number, whole: boolean): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && (!whole || Number.isSafeInteger(value))) return value;
  throw new UserMistake(
    `--${name} takes a ${whole ? 'whole number' : 'number'} from ${least} up, not "${text}".`,
  );
}

/** Reads the arguments after `--`, or the help they ask for. Throws one sentence for what is wrong. */
export function readSoakOptions(args: readonly string[], now: number): SoakOptions | string {
  const command = plainCommand('soak', {
    help: 'npm run soak -- --help',
    example: 'npm run soak -- --seed 7 --runs 1',
  })
    .description(
      'Carries out random runs, on and on: generated worlds, files, crashes, faults, colleagues and ' +
        'operators, with the real engine and adapter at a real sandbox on a fake clock. Stops at the ' +
        'first run whose books are wrong, with exit code 1, and prints the command that repeats it.',
    )
    .option('--minutes <n>', 'for how long', '10')
    .option('--seed <s>', 'of the first run; each further one has the next (default: by the clock)')
    .option('--runs <n>', 'so many runs at most (default: as many as the time allows)')
    .option('--workers <n>', 'processes side by side', '2')
    .option(
      '--shrink',
      'looks for the smallest run that fails as the seed does, within the minutes',
    );
  const help = parseCommand(command, args);
  if (help !== null) return help;
  const given = command.opts<Given>();
  const { minutes, seed = String(now % 1_000_000_000), runs, workers, shrink = false } = given;
  return {
    minutes: numberOf('minutes', minutes, 0.01, false),
    seed: numberOf('seed', seed, 0, true),
    runs: runs === undefined ? null : numberOf('runs', runs, 1, true),
    workers: numberOf('workers', workers, 1, true),
    shrink,
  };
}

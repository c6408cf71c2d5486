import { parseCommand } from '../../infra/cli/terminal/parse-command.ts';
import { plainCommand } from '../../infra/cli/terminal/plain-command.ts';
import { UserMistake } from '../../infra/cli/terminal/user-mistake.ts';

/** What the explorer is asked for. */
export interface ExploreOptions {
  /** The most mishaps in one run. */
  readonly depth: number;
  readonly rows: number;
  /** Whether the same file is dropped again once its first job is over. */
  readonly again: boolean;
  /** Whether the account has a user of its own on record. */
  readonly ownUser: boolean;
  /** The approved term in months. */
  readonly months: 1 | 12;
  /** Only mishaps with one of these texts in their names; empty: all of them. */
  readonly like: readonly string[];
  /** Minutes after which no further step is begun. */
  readonly minutes: number;
}

interface Given {
  readonly depth: string;
  readonly rows: string;
  readonly once?: boolean;
  readonly user: boolean;
  readonly year?: boolean;
  readonly only?: string;
  readonly minutes: string;
}

function numberOf(name: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  throw new UserMistake(`--${name} takes a whole number from ${least} up, not "${text}".`);
}

/** Reads the arguments after `--`, or the help they ask for. Throws one sentence for what is wrong. */
export function readExploreOptions(args: readonly string[]): ExploreOptions | string {
  const command = plainCommand('explore', {
    help: 'npm run explore -- --help',
    example: 'npm run explore -- --depth 2 --rows 2',
  })
    .description(
      'Walks every run of a file with so many mishaps at most, wherever they fall, with the real ' +
        'engine before a model of the provider that may do whatever its contract does not exclude. ' +
        'Tells each way in which a promise is broken as a short story, and ends with exit code 1 ' +
        'where there is one.',
    )
    .option('--depth <n>', 'the most mishaps in one run', '2')
    .option('--rows <n>', 'rows of the file', '2')
    .option('--once', 'the file is not dropped again after its first job')
    .option('--no-user', 'the account has no user of its own on record')
    .option('--year', 'rows are approved for a year, not for a month')
    .option('--only <texts>', 'only mishaps with one of these texts, between ";", in their names')
    .option('--minutes <n>', 'for how long at most', '60');
  const help = parseCommand(command, args);
  if (help !== null) return help;
  const {
    depth,
    rows,
    once = false,
    user,
    year = false,
    only = '',
    minutes,
  } = command.opts<Given>();
  return {
    depth: numberOf('depth', depth, 0),
    rows: numberOf('rows', rows, 1),
    again: !once,
    ownUser: user,
    months: year ? 12 : 1,
    like: only
      .split(';')
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    minutes: numberOf('minutes', minutes, 1),
  };
}

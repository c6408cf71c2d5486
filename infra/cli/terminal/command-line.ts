import { parseArgs } from 'node:util';
import { firstSentence } from './first-sentence.ts';

/** What `npm start` was asked for. Paths are as typed. */
export interface CommandLine {
  /** The quote to drop; null: the bundled sample. */
  readonly file: string | null;
  readonly account: string | null;
  readonly accounts: string | null;
  readonly world: string | null;
  readonly out: string;
  /** Only says what would happen: nothing is ordered or paid. */
  readonly check: boolean;
  readonly json: boolean;
}

/** How the command is used, in a few lines. */
export const USAGE = `npm start --silent -- [FILE] [options]

Carries out an approved quote in a local copy of the cloud; without FILE the bundled sample.

  --account NAME    the account the file is for, where there are several
  --accounts FILE   your own accounts (JSON array with endpoint and keys) instead of the sandbox
  --world FILE      what the sandbox holds (JSON), instead of the sample's world
  --check           a dry run: says what would happen, orders and pays nothing
  --out DIR         where the results workbook goes (default ./out)
  --json            one line of JSON on standard output
`;

/** The command line, a call for help, or the one sentence that says what is wrong with it. */
export type CommandLineReading =
  | { readonly kind: 'command'; readonly command: CommandLine }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads the arguments after `--`. */
export function readCommandLine(args: readonly string[]): CommandLineReading {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        account: { type: 'string' },
        accounts: { type: 'string' },
        world: { type: 'string' },
        out: { type: 'string' },
        check: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return wrong(firstSentence((error as Error).message));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  if (positionals.length > 1) {
    return wrong(`Only one file can be dropped at a time, not ${positionals.length}.`);
  }
  if (values.accounts !== undefined && values.world !== undefined) {
    return wrong(
      '--world describes the sandbox, which does not run with --accounts: leave one out.',
    );
  }
  const command: CommandLine = {
    file: positionals[0] ?? null,
    account: values.account ?? null,
    accounts: values.accounts ?? null,
    world: values.world ?? null,
    out: values.out ?? 'out',
    check: values.check ?? false,
    json: values.json ?? false,
  };
  return { kind: 'command', command };
}

function wrong(problem: string): CommandLineReading {
  return { kind: 'wrong', problem: `${problem} See npm start -- --help.` };
}

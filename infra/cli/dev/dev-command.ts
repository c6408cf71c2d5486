import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../constructs/project-folder.ts';
import { firstSentence } from '../terminal/first-sentence.ts';

/** Where the local cloud is kept unless told otherwise. */
export const DEFAULT_DATA = join(projectFolder, '.renewsheet');

/** What `npm run dev` was asked for. Paths as typed; `data` null: {@link DEFAULT_DATA}. */
export interface DevCommand {
  readonly data: string | null;
  readonly world: string | null;
  readonly accounts: string | null;
}

/** How the command is used, in a few lines. */
export const DEV_USAGE = `npm run dev -- [options]

Keeps a local copy of the cloud up, with its state on disk, until Ctrl-C. Copy approved quotes to
<data>/drop/approved/<account>/; results come to <data>/drop/results/<account>/.

  --data DIR        where everything is kept (default .renewsheet in the repository)
  --world FILE      what the sandbox holds at first (JSON); only for a new folder
  --accounts FILE   your own accounts (JSON array with endpoint and keys) instead of the sandbox:
                    this pays with real money
`;

/** The command line, a call for help, or the one sentence that says what is wrong with it. */
export type DevReading =
  | { readonly kind: 'command'; readonly command: DevCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads the arguments after `--`. */
export function readDevCommand(args: readonly string[]): DevReading {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        world: { type: 'string' },
        accounts: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return wrong(firstSentence((error as Error).message));
  }
  if (values.help === true) return { kind: 'help' };
  if (values.accounts !== undefined && values.world !== undefined) {
    return wrong(
      '--world describes the sandbox, which does not run with --accounts: leave one out.',
    );
  }
  const { data = null, world = null, accounts = null } = values;
  return { kind: 'command', command: { data, world, accounts } };
}

function wrong(problem: string): DevReading {
  return { kind: 'wrong', problem: `${problem} See npm run dev -- --help.` };
}

import { join } from 'node:path';
import type { Command } from 'commander';
import { projectFolder } from '../../constructs/code/project-folder.ts';
import { isSampleProvider, type SampleProvider } from '../sample/sample-provider.ts';
import { noSample, ONE_WORLD } from '../start/start-command.ts';
import { mistake, plainCommand } from '../terminal/plain-command.ts';

/** Where the local cloud is kept unless told otherwise. */
export const DEFAULT_DATA = join(projectFolder, '.renewsheet');

/** What `npm run dev` was asked for. Paths as typed; `data` null: {@link DEFAULT_DATA}. */
export interface DevCommand {
  readonly data: string | null;
  readonly world: string | null;
  /** A provider whose sample is there as well, where the stack has no account at it. */
  readonly sample: SampleProvider | null;
  readonly accounts: string | null;
  /** Own accounts may be paid from without being asked. */
  readonly yes: boolean;
}

type Options = Partial<Record<'data' | 'world' | 'sample' | 'accounts', string>> & {
  readonly yes?: boolean;
};

/** The command `dev`, which tells what was asked for. */
export function devCommand(asked: (command: DevCommand) => void): Command {
  const command = plainCommand('dev', {
    help: 'npm run dev -- --help',
    example: 'npm run dev -- --data cloud-of-today',
    tooMany: ([first = '']) => `Unexpected argument '${first}'.`,
  });
  return command
    .summary('keeps a local copy of the cloud up until Ctrl-C')
    .description(
      'Keeps a local copy of the cloud up, with its state on disk, until Ctrl-C. Copy approved quotes to ' +
        '<data>/drop/approved/<account>/; results come to <data>/drop/results/<account>/.',
    )
    .option('--data <dir>', 'where everything is kept (default: .renewsheet in the repository)')
    .option(
      '--world <file>',
      "what the sandbox holds at first, as JSON; only for a new folder (default: the sample's world)",
    )
    .option(
      '--sample <provider>',
      'adds an account at this provider, huawei or alibaba, with its sample; from then on it is there (default: the accounts of the stack)',
    )
    .option(
      '--accounts <file>',
      'your own accounts, a JSON array with endpoint and keys: this pays with real money (default: the sandbox)',
    )
    .option(
      '--yes',
      'pays from your own accounts without asking first (default: it asks; the sandbox never does)',
    )
    .action((options: Options) => {
      const { data = null, world = null, sample = null } = options;
      const { accounts = null, yes = false } = options;
      if (accounts !== null && world !== null) throw mistake(command, ONE_WORLD);
      if (sample !== null && !isSampleProvider(sample)) throw mistake(command, noSample(sample));
      if (accounts !== null && sample !== null) throw mistake(command, NO_SAMPLES);
      asked({ data, world, sample, accounts, yes });
    });
}

const NO_SAMPLES = '--sample is of the sandbox, which does not run with --accounts: leave one out.';

import type { Command } from 'commander';
import { isSampleProvider, type SampleProvider } from '../sample/sample-provider.ts';
import { mistake, plainCommand } from '../terminal/plain-command.ts';

/** What `npm start` was asked for. Paths are as typed. */
export interface StartCommand {
  /** The quote to drop; null: the bundled sample. */
  readonly file: string | null;
  /** The provider of the sample's quote and world; null: that of the account. */
  readonly sample: SampleProvider | null;
  readonly account: string | null;
  readonly accounts: string | null;
  readonly world: string | null;
  readonly out: string;
  /** Only says what would happen: nothing is ordered or paid. */
  readonly check: boolean;
  /** Real accounts may be paid from without being asked. */
  readonly yes: boolean;
  readonly json: boolean;
}

interface Options {
  readonly sample?: string;
  readonly account?: string;
  readonly accounts?: string;
  readonly world?: string;
  readonly out: string;
  readonly check?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** The command `start`, which tells what was asked for. */
export function startCommand(asked: (command: StartCommand) => void): Command {
  const command = plainCommand('start', {
    help: 'npm start -- --help',
    example: 'npm start --silent -- quote.csv --world world.json',
    tooMany: (given) => `Only one file can be dropped at a time, not ${given.length}.`,
  });
  return command
    .summary('carries one quote out in a local copy of the cloud')
    .description(
      'Carries an approved quote out in a local copy of the cloud, which forgets everything at its end.',
    )
    .argument('[file]', 'the quote (default: the bundled sample)')
    .option(
      '--sample <provider>',
      "whose sample is meant, its quote or, for a file of your own, its world: huawei or alibaba (default: the account's)",
    )
    .option('--account <name>', 'the account the file is for (default: the only one there is)')
    .option(
      '--accounts <file>',
      'your own accounts, a JSON array with endpoint and keys: this pays with real money (default: the sandbox)',
    )
    .option('--world <file>', "what the sandbox holds, as JSON (default: the sample's world)")
    .option('--check', 'a dry run: says what would happen, orders and pays nothing')
    .option(
      '--yes',
      'pays from your own accounts without asking first (default: it asks; the sandbox never does)',
    )
    .option('--out <dir>', 'where the results workbook goes', 'out')
    .option('--json', 'one line of JSON on standard output (default: a text for people)')
    .action((file: string | undefined, options: Options) => {
      const { sample = null, account = null, accounts = null, world = null } = options;
      const { out, check = false, yes = false, json = false } = options;
      if (accounts !== null && world !== null) throw mistake(command, ONE_WORLD);
      if (sample !== null && !isSampleProvider(sample)) throw mistake(command, noSample(sample));
      if (sample !== null && (accounts ?? world) !== null) throw mistake(command, ONE_SAMPLE);
      asked({ file: file ?? null, sample, account, accounts, world, out, check, yes, json });
    });
}

/** Said where both are given. */
export const ONE_WORLD =
  '--world describes the sandbox, which does not run with --accounts: leave one out.';

const ONE_SAMPLE = '--sample chooses a world of the sandbox: leave out --world and --accounts.';

/** Said where a sample is named that there is none of. */
export function noSample(name: string): string {
  return `There is no sample of "${name}": say huawei or alibaba.`;
}

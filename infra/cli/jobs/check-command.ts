import type { Command } from 'commander';
import { UserMistake } from '../terminal/user-mistake.ts';
import { type Verb, verbCommand } from '../terminal/verb-command.ts';
import type { WantedBucket } from './cloud/open-bucket.ts';

/** What `check` was asked for. Paths are as typed. */
export interface CheckFileCommand {
  readonly file: string;
  readonly account: string | null;
  readonly out: string;
  readonly json: boolean;
  readonly where: WantedBucket;
}

interface Options {
  readonly account?: string;
  readonly out: string;
  readonly bucket?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly data?: string;
  readonly local?: boolean;
  readonly json?: boolean;
}

/** The command `check` of `npm run jobs` (the `script`), which tells what was asked for. */
export function checkCommand(script: string, asked: (command: CheckFileCommand) => void): Command {
  const verb: Verb<Options, WantedBucket> = {
    name: 'check',
    words: [['<file>', 'the quote']],
    takes: 'one file',
    about: "a dry run: what the file would do, and its rows at today's prices",
    example: 'check quote.xlsx --account main',
    read: (_, options) => bucketOf(options),
  };
  return verbCommand(verb, script)
    .option('--account <name>', 'the account the file is for (default: the only one there is)')
    .option('--out <dir>', 'where the workbooks go', 'out')
    .option('--bucket <name>', 'of AWS, the output BucketName (default: the local cloud is asked)')
    .option('--profile <name>', "with --bucket (default: the shell's)")
    .option('--region <name>', "with --bucket (default: the profile's)")
    .option('--local', 'the local cloud (this is the default)')
    .option(
      '--data <dir>',
      'the folder of the local cloud (default: .renewsheet in the repository)',
    )
    .option('--json', 'one line of JSON on standard output (default: a text for people)')
    .action((file: string, options: Options) => {
      const { account = null, out, json = false } = options;
      const where = verb.read([file], options);
      if (typeof where === 'string') throw new UserMistake(where);
      asked({ file, account, out, json, where });
    });
}

function bucketOf(options: Options): WantedBucket | string {
  const { bucket = null, profile = null, region = null, data = null, local = false } = options;
  if (bucket !== null && (data !== null || local)) {
    return '--bucket is for AWS: leave --local and --data out.';
  }
  if (bucket === null && (profile ?? region) !== null) {
    return 'For AWS name the bucket with --bucket (the output BucketName).';
  }
  return { bucket, profile, region, data };
}

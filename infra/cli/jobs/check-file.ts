import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { carryOutCheck, checkExitCode, checkText } from '../start/check-run.ts';
import { firstSentence } from '../terminal/first-sentence.ts';
import { readNamedFile } from '../local-run/read-world-file.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import { openBucket, type WantedBucket } from './open-bucket.ts';

/** How files are checked, for the usage of `npm run jobs`. */
export const CHECK_USAGE = `  check FILE, export --from FILE
                                a dry run: what the file would do, and its rows at today's prices

check: --account NAME where there are several, --out DIR for the workbooks (default ./out); for AWS
--bucket NAME (the output BucketName) with --profile and --region
`;

/** What `check` was asked for. */
export interface CheckFileCommand {
  readonly file: string;
  readonly account: string | null;
  readonly out: string;
  readonly json: boolean;
  readonly where: WantedBucket;
}

/** Whether the arguments of `npm run jobs` are about a file to be checked. */
export function isCheck([command, ...rest]: readonly string[]): boolean {
  return command === 'check' || (command === 'export' && rest.includes('--from'));
}

/** Reads the arguments of `check FILE` or `export --from FILE`. Throws `UserMistake`. */
export function readCheckFile(args: readonly string[]): CheckFileCommand {
  const options = {
    from: { type: 'string' },
    account: { type: 'string' },
    out: { type: 'string' },
    bucket: { type: 'string' },
    profile: { type: 'string' },
    region: { type: 'string' },
    data: { type: 'string' },
    local: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: args.slice(1), allowPositionals: true, options });
  } catch (error) {
    throw new UserMistake(`${firstSentence((error as Error).message)} See npm run jobs -- --help.`);
  }
  const { from, account, out, bucket, profile, region, data, local, json } = parsed.values;
  const files = [...(from === undefined ? [] : [from]), ...parsed.positionals];
  if (files.length !== 1) throw new UserMistake(`${args[0]} takes one file.`);
  if (bucket !== undefined && (data !== undefined || local === true)) {
    throw new UserMistake('--bucket is for AWS: leave --local and --data out.');
  }
  if (bucket === undefined && (profile ?? region) !== undefined) {
    throw new UserMistake('For AWS name the bucket with --bucket (the output BucketName).');
  }
  const where = {
    bucket: bucket ?? null,
    profile: profile ?? null,
    region: region ?? null,
    data: data ?? null,
  };
  return {
    file: files[0]!,
    account: account ?? null,
    out: out ?? 'out',
    json: json ?? false,
    where,
  };
}

/** Longer than a dry run of 10,000 rows takes. */
const PATIENCE_MS = 30 * 60_000;

/** Checks a file in the chosen cloud, prints what would happen and returns the exit code. */
export async function checkFile(args: readonly string[]): Promise<number> {
  const { file, account, out, json, where } = readCheckFile(args);
  const bytes = readNamedFile(file, 'quote');
  mkdirSync(userPath(out), { recursive: true });
  const bucket = openBucket(where);
  const end = Date.now() + PATIENCE_MS;
  try {
    const answer = await carryOutCheck(
      { out, account: nameOf(account, bucket.accounts), file: { name: basename(file), bytes } },
      bucket.door,
      () => (Date.now() < end ? null : 'No workbook has come; the log of check-quote says why.'),
    );
    process.stdout.write(json ? `${JSON.stringify(answer)}\n` : checkText(answer));
    return checkExitCode(answer.state);
  } finally {
    bucket.close();
  }
}

function nameOf(account: string | null, known: readonly string[]): string {
  if (account !== null) return account;
  const [only] = known;
  if (known.length === 1 && only !== undefined) return only;
  const names = known.length === 0 ? '' : ` (${known.join(', ')})`;
  throw new UserMistake(`Say for which account, with --account${names}.`);
}

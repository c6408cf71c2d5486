import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { carryOutCheck, checkExitCode, checkText } from '../start/check-run.ts';
import { readNamedFile } from '../local-run/read-world-file.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import type { CheckFileCommand } from './check-command.ts';
import { openBucket } from './cloud/open-bucket.ts';

/** Longer than a dry run of 10,000 rows takes. */
const TIMEOUT_MS = 30 * 60_000;

/** Checks a file in the chosen cloud, prints what would happen and returns the exit code. */
export async function checkFile(command: CheckFileCommand): Promise<number> {
  const { file, account, out, json, where } = command;
  const bytes = readNamedFile(file, 'quote');
  mkdirSync(userPath(out), { recursive: true });
  const bucket = openBucket(where);
  const end = Date.now() + TIMEOUT_MS;
  try {
    const answer = await carryOutCheck(
      { out, account: nameOf(account, bucket.accounts), file: { name: basename(file), bytes } },
      bucket.objects,
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

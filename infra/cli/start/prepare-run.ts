import { traitsOf } from '../../../shared/providers/traits.ts';
import { basename } from 'node:path';
import type { Account } from '../../../shared/settings/account.ts';
import { startHuaweiSandbox } from '../../sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../sandboxes/huawei/sandbox.ts';
import { atSandbox, readBundledAccounts, readOwnAccounts } from '../local-run/local-accounts.ts';
import type { LocalRunOptions } from '../local-run/local-run.ts';
import { Agreed, type Person, type Spending } from '../local-run/spending.ts';
import { realMoneyLine, sandboxLine } from '../local-run/spending-lines.ts';
import { readNamedFile, readWorldFile, sampleWorldFile } from '../local-run/read-world-file.ts';
import { SAMPLE_NAME, sampleQuote } from '../sample/sample-quote.ts';
import type { StartCommand } from './start-command.ts';
import { UserMistake } from '../terminal/user-mistake.ts';

/** Everything a local run needs, checked before anything is started. */
export interface PreparedRun {
  readonly account: Account;
  readonly accounts: LocalRunOptions['accounts'];
  readonly keys: LocalRunOptions['keys'];
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** With `--accounts` what a person has agreed to. */
  readonly spending: Spending;
  /** Null with `--accounts`: then the accounts' own endpoints are called. */
  readonly sandbox: HuaweiSandbox | null;
}

/**
 * Reads what the command names, says whose money it is about, and has `person` agree where that is
 * real. Throws {@link UserMistake} for what is missing or malformed, and without a yes.
 */
export async function prepareRun(
  command: StartCommand,
  now: number,
  person: Person,
): Promise<PreparedRun> {
  const file =
    command.file === null
      ? { name: SAMPLE_NAME, bytes: await sampleQuote(now) }
      : { name: basename(command.file), bytes: readNamedFile(command.file, 'quote') };
  return command.accounts === null
    ? await withSandbox(command, file, now, person)
    : await withOwnAccounts(command, command.accounts, file, person);
}

async function withOwnAccounts(
  command: StartCommand,
  path: string,
  file: PreparedRun['file'],
  person: Person,
): Promise<PreparedRun> {
  const own = readOwnAccounts(path);
  const account = chooseAccount(own.accounts, command.account);
  const { check, yes } = command;
  // Loaded for real accounts alone: it takes as long as all the rest of this.
  const { readQuote } = await import('../../../shared/workbook/read/read-quote.ts');
  const quote = {
    account,
    file: file.name,
    reading: await readQuote(file, account, traitsOf(account)),
  };
  const line = realMoneyLine(quote, check);
  if (check) person.tell(line);
  const spending = check ? ({ kind: 'dry run' } as const) : await Agreed.by(person, { line, yes });
  return { ...own, file, account, spending, sandbox: null };
}

async function withSandbox(
  command: StartCommand,
  file: PreparedRun['file'],
  now: number,
  person: Person,
): Promise<PreparedRun> {
  const bundled = readBundledAccounts();
  const chosen = chooseAccount(bundled, command.account);
  const { world } = command.world === null ? sampleWorldFile(now) : readWorldFile(command.world);
  const sandbox = await startHuaweiSandbox({ world });
  const local = (account: Account): Account => atSandbox(account, sandbox.url, world);
  const { accessKey, secretKey } = world;
  const account = local(chosen);
  person.tell(sandboxLine([account]));
  return {
    file,
    sandbox,
    account,
    spending: { kind: 'sandbox' },
    accounts: bundled.map(local),
    keys: Object.fromEntries(bundled.map(({ name }) => [name, { accessKey, secretKey }])),
  };
}

function chooseAccount(accounts: readonly Account[], name: string | null): Account {
  const names = accounts.map((account) => account.name).join(', ');
  if (name === null) {
    const [only] = accounts;
    if (accounts.length === 1 && only !== undefined) return only;
    throw new UserMistake(`There are several accounts: say which with --account (${names}).`);
  }
  const found = accounts.find((account) => account.name === name);
  if (found === undefined) {
    throw new UserMistake(`There is no account "${name}", only: ${names}.`);
  }
  return found;
}

import { basename } from 'node:path';
import type { Account } from '../../../shared/settings/account.ts';
import { startHuaweiSandbox } from '../../sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../sandboxes/huawei/sandbox.ts';
import { atSandbox, readBundledAccounts, readOwnAccounts } from '../local-run/local-accounts.ts';
import type { LocalRunOptions } from '../local-run/local-run.ts';
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
  /** Null with `--accounts`: then the accounts' own endpoints are called. */
  readonly sandbox: HuaweiSandbox | null;
}

/** Reads what the command names. Throws {@link UserMistake} for what is missing or malformed. */
export async function prepareRun(command: StartCommand, now: number): Promise<PreparedRun> {
  const file =
    command.file === null
      ? { name: SAMPLE_NAME, bytes: await sampleQuote(now) }
      : { name: basename(command.file), bytes: readNamedFile(command.file, 'quote') };
  return command.accounts === null
    ? await withSandbox(command, file, now)
    : withOwnAccounts(command, command.accounts, file);
}

function withOwnAccounts(
  command: StartCommand,
  path: string,
  file: PreparedRun['file'],
): PreparedRun {
  const own = readOwnAccounts(path);
  return { ...own, file, account: chooseAccount(own.accounts, command.account), sandbox: null };
}

async function withSandbox(
  command: StartCommand,
  file: PreparedRun['file'],
  now: number,
): Promise<PreparedRun> {
  const bundled = readBundledAccounts();
  const chosen = chooseAccount(bundled, command.account);
  const { world } = command.world === null ? sampleWorldFile(now) : readWorldFile(command.world);
  const sandbox = await startHuaweiSandbox({ world });
  const local = (account: Account): Account => atSandbox(account, sandbox.url, world);
  const { accessKey, secretKey } = world;
  return {
    file,
    sandbox,
    account: local(chosen),
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

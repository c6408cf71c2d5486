import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from '../../shared/domain/account.ts';
import { readAccountsFile } from '../read-accounts-file.ts';
import type { CommandLine } from './command-line.ts';
import { type HuaweiSandbox, startHuaweiSandbox } from './huawei-sandbox/server.ts';
import { readWorld } from './huawei-sandbox/read-world.ts';
import type { World } from './huawei-sandbox/world.ts';
import type { LocalRunOptions } from './local-run.ts';
import { SAMPLE_NAME, sampleQuote } from './sample/sample-quote.ts';
import { sampleWorld } from './sample/sample-world.ts';
import { UserMistake } from './user-mistake.ts';
import { userPath } from './user-path.ts';

/** Everything a local run needs, checked before anything is started. */
export interface PreparedRun {
  readonly account: Account;
  readonly accounts: LocalRunOptions['accounts'];
  readonly keys: LocalRunOptions['keys'];
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** Null with `--accounts`: then the accounts' own endpoints are called. */
  readonly sandbox: HuaweiSandbox | null;
}

/** The sandbox has no call rate, so a local run need not keep to one. */
const SANDBOX_CALLS_PER_SECOND = 100;

/** Reads what the command names. Throws {@link UserMistake} for what is missing or malformed. */
export async function prepareRun(command: CommandLine, now: number): Promise<PreparedRun> {
  const file =
    command.file === null
      ? { name: SAMPLE_NAME, bytes: await sampleQuote(now) }
      : { name: basename(command.file), bytes: readNamedFile(command.file, 'quote') };
  return command.accounts === null
    ? await withSandbox(command, file, now)
    : withOwnAccounts(command, command.accounts, file);
}

function withOwnAccounts(
  command: CommandLine,
  path: string,
  file: PreparedRun['file'],
): PreparedRun {
  const reading = readAccountsFile(userPath(path), { keys: 'required' });
  if (reading.kind === 'unreadable') throw new UserMistake(reading.problem);
  const { accounts, keys } = reading;
  return { accounts, keys, file, account: chooseAccount(accounts, command.account), sandbox: null };
}

async function withSandbox(
  command: CommandLine,
  file: PreparedRun['file'],
  now: number,
): Promise<PreparedRun> {
  const bundled = fileURLToPath(new URL('../accounts.json', import.meta.url));
  const reading = readAccountsFile(bundled, { keys: 'forbidden' });
  if (reading.kind === 'unreadable') throw new UserMistake(reading.problem);
  const chosen = chooseAccount(reading.accounts, command.account);
  const world = worldOf(
    command.world === null ? sampleWorld(now) : readJson(command.world),
    command.world,
  );
  const sandbox = await startHuaweiSandbox({ world });
  const local = (account: Account): Account => ({
    ...account,
    endpoint: sandbox.url,
    currency: world.currency,
    callsPerSecond: SANDBOX_CALLS_PER_SECOND,
  });
  const { accessKey, secretKey } = world;
  return {
    file,
    sandbox,
    account: local(chosen),
    accounts: reading.accounts.map(local),
    keys: Object.fromEntries(reading.accounts.map(({ name }) => [name, { accessKey, secretKey }])),
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

function worldOf(json: unknown, path: string | null): World {
  const reading = readWorld(json);
  if (reading.kind === 'world') return reading.world;
  throw new UserMistake(`${path ?? 'the sample world'}: ${reading.problem}`);
}

function readJson(path: string): unknown {
  const text = new TextDecoder().decode(readNamedFile(path, 'world'));
  try {
    return JSON.parse(text);
  } catch {
    throw new UserMistake(
      `The world file ${path} is not JSON; see infra/local/README.md for its form.`,
    );
  }
}

function readNamedFile(path: string, what: string): Uint8Array {
  try {
    return readFileSync(userPath(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserMistake(
      missing
        ? `There is no ${what} file ${path}: check the path.`
        : `The ${what} file ${path} cannot be read: check that it is a file you may read.`,
    );
  }
}

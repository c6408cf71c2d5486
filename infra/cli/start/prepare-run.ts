import { traitsOf } from '../../../shared/providers/traits.ts';
import { basename } from 'node:path';
import type { Account } from '../../../shared/settings/account.ts';
import {
  accountsAt,
  atSandbox,
  readBundledAccounts,
  readOwnAccounts,
} from '../local-run/local-accounts.ts';
import type { LocalRunOptions } from '../local-run/local-run.ts';
import { type LocalSandbox, startSandbox } from '../local-run/local-sandbox.ts';
import { Agreed, type Person, type Spending } from '../local-run/spending.ts';
import { realMoneyLine, sandboxLine } from '../local-run/spending-lines.ts';
import { readNamedFile, readWorldFile, sampleWorldFile } from '../local-run/read-world-file.ts';
import { SAMPLE_NAMES, type SampleProvider } from '../sample/sample-provider.ts';
import { SAMPLES } from '../sample/samples.ts';
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
  readonly sandbox: LocalSandbox | null;
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
  return command.accounts === null
    ? await withSandbox(command, now, person)
    : await withOwnAccounts(command, command.accounts, now, person);
}

/** The file that is named, or the sample of the provider. */
async function fileOf(
  { file }: StartCommand,
  provider: SampleProvider,
  now: number,
): Promise<PreparedRun['file']> {
  if (file !== null) return { name: basename(file), bytes: readNamedFile(file, 'quote') };
  return { name: SAMPLE_NAMES[provider], bytes: await SAMPLES[provider].quote(now) };
}

async function withOwnAccounts(
  command: StartCommand,
  path: string,
  now: number,
  person: Person,
): Promise<PreparedRun> {
  const file = await fileOf(command, 'huawei', now);
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
  now: number,
  person: Person,
): Promise<PreparedRun> {
  const bundled = readBundledAccounts();
  const named = command.world === null ? null : readWorldFile(command.world);
  const provider = named?.provider ?? command.sample ?? providerMeant(bundled, command);
  const file = await fileOf(command, provider, now);
  const accounts = accountsAt(provider, bundled);
  const chosen = chooseAccount(accounts, command.account);
  const { world } = named ?? sampleWorldFile(provider, now);
  const sandbox = await startSandbox(provider, world);
  const local = (account: Account): Account => atSandbox(account, sandbox.url, world);
  const { accessKey, secretKey } = world;
  const account = local(chosen);
  person.tell(sandboxLine([account]));
  return {
    file,
    sandbox,
    account,
    spending: { kind: 'sandbox' },
    accounts: accounts.map(local),
    keys: Object.fromEntries(accounts.map(({ name }) => [name, { accessKey, secretKey }])),
  };
}

/** Where neither a world nor a sample is named: the provider of the named account, else of the first. */
function providerMeant(bundled: readonly Account[], { account }: StartCommand): SampleProvider {
  const named = bundled.find(({ name }) => name === account) ?? bundled[0]!;
  return named.provider;
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

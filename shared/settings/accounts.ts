import type * as z from 'zod/mini';
import type { Account } from './account.ts';
import { PROVIDER_SETTINGS } from '../providers/settings.ts';
import type { ProviderSettings } from '../providers/settled-settings.ts';
import { generalWritten, INNER_FIELDS } from './account-entry.ts';
import { nearest } from './nearest.ts';
import type { WrittenSettings } from './setting-kinds.ts';

/** What signs the calls to a provider for one account. Never logged, never in an environment. */
export interface AccountKeys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * Whether the file is to hold the provider's keys: a local file must, a deployed one must not (its
 * keys stand in Secrets Manager), and who only wants the settings ignores them.
 */
export type KeysRule = 'required' | 'forbidden' | 'ignored';

/** The accounts of a file, or the one sentence that says what to change in it. */
export type AccountsReading =
  | {
      readonly kind: 'accounts';
      readonly accounts: readonly Account[];
      /** By account name; empty unless the keys are required. */
      readonly keys: Readonly<Record<string, AccountKeys>>;
    }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** One account of the file, and its keys where they stood there. */
interface AccountEntry {
  readonly account: Account;
  readonly accessKey: string | null;
  readonly secretKey: string | null;
}

/** What each provider's accounts may set besides what all accounts may, by the provider's name. */
export type ProvidersSettings = Readonly<Record<string, WrittenSettings<ProviderSettings>>>;

type EntryReading = { readonly entry: AccountEntry } | { readonly problem: string };

/**
 * Reads the parsed content of an `accounts.json`: an array with one object for each account. The
 * problem names account, field and fix, and never shows a key. Fields that are not known are
 * refused, for a mistyped ceiling would be no ceiling; so are those of another provider.
 */
export function readAccounts(
  json: unknown,
  rule: { readonly keys: KeysRule; readonly providers?: ProvidersSettings },
): AccountsReading {
  const { providers = PROVIDER_SETTINGS } = rule;
  if (!Array.isArray(json) || json.length === 0) {
    return unreadable('The file must be a JSON array with at least one account in it.');
  }
  const entries: AccountEntry[] = [];
  for (const [index, raw] of json.entries()) {
    const read = readEntry(raw, index, rule.keys, providers);
    if ('problem' in read) return unreadable(read.problem);
    const { name } = read.entry.account;
    if (entries.some(({ account }) => account.name === name)) {
      return unreadable(`Two accounts are named "${name}": give one of them another "name".`);
    }
    entries.push(read.entry);
  }
  const keys = rule.keys === 'required' ? entries.map(keysOf) : [];
  return {
    kind: 'accounts',
    accounts: entries.map(({ account }) => account),
    keys: Object.fromEntries(keys),
  };
}

function unreadable(problem: string): AccountsReading {
  return { kind: 'unreadable', problem };
}

function keysOf({ account, accessKey, secretKey }: AccountEntry): [string, AccountKeys] {
  return [account.name, { accessKey: accessKey ?? '', secretKey: secretKey ?? '' }];
}

function readEntry(
  raw: unknown,
  index: number,
  rule: KeysRule,
  providers: ProvidersSettings,
): EntryReading {
  const title = entryTitle(raw, index);
  const read = readSettings(raw, providers);
  if ('problem' in read) return { problem: `${title}: ${read.problem}` };
  const problem = keysProblem(read.entry, rule);
  return problem === null ? read : { problem: `${title}: ${problem}` };
}

/** What all accounts may set, and what the account's provider brings besides. */
function readSettings(raw: unknown, providers: ProvidersSettings): EntryReading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { problem: 'it must be an object with the settings of one account.' };
  }
  const provider = inner(raw, 'provider');
  const known = typeof provider === 'string' && Object.hasOwn(providers, provider);
  const own = known ? providers[provider] : undefined;
  // A mistyped field first: the right one is then reported as missing too, which helps less.
  const stranger = strangerIn(raw, own, providers);
  if (stranger !== null) return { problem: stranger };
  if (own === undefined) return { problem: problemAt(raw, ['provider'], oneOf(providers)) };
  const general = generalWritten.schema.safeParse(raw);
  if (!general.success) return { problem: problemOf(raw, general.error.issues) };
  const brought = own.schema.safeParse(raw);
  if (!brought.success) return { problem: problemOf(raw, brought.error.issues) };
  const { settings, accessKey, secretKey } = general.data;
  return { entry: { account: { ...settings, ...brought.data }, accessKey, secretKey } };
}

function oneOf(providers: ProvidersSettings): string {
  const names = Object.keys(providers).map((name) => `"${name}"`);
  return names.length === 1
    ? `must be ${names.join()}, the only provider there is so far`
    : `must be one of ${names.join(', ')}`;
}

/** The first setting that an account of this provider does not have, and what to do about it. */
function strangerIn(
  raw: object,
  own: WrittenSettings<ProviderSettings> | undefined,
  providers: ProvidersSettings,
): string | null {
  const brought = Object.entries(providers).filter(([, one]) => own === undefined || one === own);
  const names = [...generalWritten.names, 'provider', ...brought.flatMap(([, one]) => one.names)];
  const stranger = Object.keys(raw).find((field) => !names.includes(field));
  if (stranger === undefined) return null;
  const others = Object.entries(providers).filter(([, one]) => one.names.includes(stranger));
  if (others.length === 0) return unknownField(stranger, names, '');
  const where = others.map(([name]) => `"${name}"`).join(' or ');
  return `"${stranger}" is a setting of accounts whose provider is ${where}, not "${brought[0]?.[0]}"; remove it.`;
}

function keysProblem(entry: AccountEntry, rule: KeysRule): string | null {
  if (rule === 'ignored') return null;
  for (const field of ['accessKey', 'secretKey'] as const) {
    if (rule === 'required' && entry[field] === null) {
      return `"${field}" is missing; it must be the provider's key for this account.`;
    }
    if (rule === 'forbidden' && entry[field] !== null) {
      return `"${field}" must not stand in this file; remove it and put it into the account's secret in Secrets Manager.`;
    }
  }
  return null;
}

function problemOf(raw: unknown, issues: readonly z.core.$ZodIssue[]): string {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown !== undefined) {
    const parent = unknown.path.join('.');
    return unknownField(unknown.keys[0] ?? '', INNER_FIELDS[parent] ?? [], ` in "${parent}"`);
  }
  const [issue] = issues;
  return problemAt(raw, issue?.path ?? [], issue?.message ?? 'cannot be read');
}

function problemAt(raw: unknown, path: readonly PropertyKey[], message: string): string {
  const field = `"${path.join('.')}"`;
  const value = path.reduce<unknown>((inside, key) => inner(inside, key), raw);
  if (value === undefined) return `${field} is missing; it ${message}.`;
  const isKey = path[0] === 'accessKey' || path[0] === 'secretKey';
  return isKey ? `${field} ${message}.` : `${field} ${message}, not ${shown(value)}.`;
}

function unknownField(field: string, known: readonly string[], inside: string): string {
  return `there is no setting ${shown(field)}${inside}; the nearest one is "${nearest(field, known) ?? ''}".`;
}

function inner(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** As JSON and so in one line, whatever is in it; cut off where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function entryTitle(raw: unknown, index: number): string {
  const name = inner(raw, 'name');
  return typeof name === 'string' && name !== ''
    ? `Account ${shown(name)}`
    : `Account number ${index + 1}`;
}

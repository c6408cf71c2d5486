import type * as z from 'zod/mini';
import type { Account } from './account.ts';
import { accountSchema, knownFields, type AccountEntry } from './account-entry.ts';
import { nearest } from './nearest.ts';

export { accountSchema } from './account-entry.ts';

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

type EntryReading = { readonly entry: AccountEntry } | { readonly problem: string };

/**
 * Reads the parsed content of an `accounts.json`: an array with one object for each account. The
 * problem names account, field and fix, and never shows a key.
 */
export function readAccounts(json: unknown, rule: { readonly keys: KeysRule }): AccountsReading {
  if (!Array.isArray(json) || json.length === 0) {
    return unreadable('The file must be a JSON array with at least one account in it.');
  }
  const entries: AccountEntry[] = [];
  for (const [index, raw] of json.entries()) {
    const read = readEntry(raw, index, rule.keys);
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

function readEntry(raw: unknown, index: number, rule: KeysRule): EntryReading {
  const title = entryTitle(raw, index);
  const read = accountSchema.safeParse(raw);
  if (!read.success) return { problem: `${title}: ${problemOf(raw, read.error.issues)}` };
  const problem = keysProblem(read.data, rule);
  return problem === null ? { entry: read.data } : { problem: `${title}: ${problem}` };
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
  // A mistyped field first: the right one is then reported as missing too, which helps less.
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown !== undefined) return unknownField(unknown.path.join('.'), unknown.keys[0] ?? '');
  const [issue] = issues;
  const path = issue?.path ?? [];
  const message = issue?.message ?? 'cannot be read';
  if (path.length === 0) return `it ${message}.`;
  const field = `"${path.join('.')}"`;
  const value = path.reduce<unknown>((inside, key) => inner(inside, key), raw);
  if (value === undefined) return `${field} is missing; it ${message}.`;
  const isKey = path[0] === 'accessKey' || path[0] === 'secretKey';
  return isKey ? `${field} ${message}.` : `${field} ${message}, not ${shown(value)}.`;
}

function unknownField(parent: string, field: string): string {
  const known = nearest(field, knownFields[parent] ?? []);
  const inside = parent === '' ? '' : ` in "${parent}"`;
  return `there is no setting ${shown(field)}${inside}; the nearest one is "${known ?? ''}".`;
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

import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { SAMPLE_NAMES, type SampleProvider } from '../../sample/sample-provider.ts';
import { UserMistake } from '../../terminal/user-mistake.ts';
import { jsonOrNull } from '../../terminal/json-or-null.ts';

/** Who the jobs of a folder deal with, for good: sandboxes, or the accounts of a user's own. */
export type Provider = 'sandbox' | 'own accounts';

/** Where things are in the folder of a local cloud. Absolute paths. */
export interface DataFolder {
  readonly path: string;
  readonly about: string;
  readonly lock: string;
  readonly running: string;
  /** Buckets, queues and tables. */
  readonly cloud: string;
  /** There once the cloud was up for the first time; without it, it is made anew. */
  readonly cloudReady: string;
  /** A history for each account. */
  readonly sandboxes: string;
  /** What people see of the bucket: `approved/`, `results/` and so on. */
  readonly drop: string;
  readonly sampleQuotes: Readonly<Record<SampleProvider, string>>;
}

const aboutSchema = z.object({
  version: z.literal(1),
  provider: z.enum(['sandbox', 'own accounts']),
});

/** Names the places in a folder; touches nothing. */
export function dataFolder(path: string): DataFolder {
  const at = (name: string): string => join(path, name);
  return {
    path,
    about: at('about.json'),
    lock: at('lock'),
    running: at('running.json'),
    cloud: at('cloud'),
    cloudReady: at('cloud/ready'),
    sandboxes: at('sandbox'),
    drop: at('drop'),
    sampleQuotes: { huawei: at(SAMPLE_NAMES.huawei), alibaba: at(SAMPLE_NAMES.alibaba) },
  };
}

/** Where an account's sandbox keeps its history. */
export function historyPath({ sandboxes }: DataFolder, account: string): string {
  return join(sandboxes, `${account}.jsonl`);
}

/** Who the jobs of the folder deal with; null: it is no folder of a local cloud yet. */
export function providerOf({ about }: DataFolder): Provider | null {
  if (!existsSync(about)) return null;
  const read = aboutSchema.safeParse(jsonOrNull(readFileSync(about, 'utf8')));
  if (!read.success) throw new UserMistake(`${about} cannot be read: use another --data.`);
  return read.data.provider;
}

/**
 * Throws {@link UserMistake} where the folder is something else, or was begun with the other
 * provider: its open jobs must never be paid by someone they were not approved for.
 */
export function checkProvider(folder: DataFolder, provider: Provider): void {
  if (existsSync(folder.path) && !statSync(folder.path).isDirectory()) {
    throw new UserMistake(`${folder.path} is not a folder: name another one with --data.`);
  }
  const begun = providerOf(folder);
  if (begun === null || begun === provider) return;
  throw new UserMistake(
    begun === 'sandbox'
      ? `${folder.path} holds jobs of the sandbox, which your own accounts must not pay: use another --data.`
      : `${folder.path} holds jobs of your own accounts: give --accounts, or use another --data.`,
  );
}

/** Makes the folder. Throws {@link UserMistake} where nothing can be written. */
export function makeDataFolder({ path }: DataFolder): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
  } catch {
    throw new UserMistake(`The folder ${path} cannot be written: name another one with --data.`);
  }
}

/** Writes down for good who the folder's jobs deal with. */
export function keepProvider({ about }: DataFolder, provider: Provider): void {
  if (!existsSync(about)) writeFileAtomic(about, JSON.stringify({ version: 1, provider }));
}

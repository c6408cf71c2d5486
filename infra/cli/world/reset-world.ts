import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { dataFolder, providerOf } from '../dev/folder/data-folder.ts';
import { lockFolder } from '../dev/folder/folder-lock.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { asTyped } from '../terminal/user-path.ts';

/**
 * Lets the next `npm run dev` begin with a new world: jobs, orders and charges of the local cloud in
 * this folder (absolute path) are forgotten, and the files that people see are put aside, so that none
 * of them is carried out once more. Returns what was done, a line each. Throws {@link UserMistake}
 * while the cloud is up, and for a folder of real accounts: its jobs are the only record of what was
 * paid.
 */
export function resetWorld(data: string, now: Date): readonly string[] {
  const folder = dataFolder(data);
  const provider = providerOf(folder);
  if (provider === null) {
    throw new UserMistake(`There is no local cloud in ${asTyped(data)}: nothing to reset.`);
  }
  if (provider === 'own accounts') {
    throw new UserMistake(
      `${asTyped(data)} holds jobs of your own accounts, the only record of what was paid: it is not reset.`,
    );
  }
  const unlock = lockFolder(folder);
  try {
    const aside = `${folder.drop}-${now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}`;
    const hadFiles = existsSync(folder.drop);
    // First of all: with the cloud gone, what lies here would be taken for newly dropped.
    if (hadFiles) renameSync(folder.drop, aside);
    for (const path of [
      folder.running,
      folder.cloud,
      folder.sandboxes,
      ...Object.values(folder.sampleQuotes),
    ]) {
      rmSync(path, { recursive: true, force: true });
    }
    return [
      `The local cloud in ${asTyped(data)} has forgotten everything; npm run dev begins anew.`,
      ...(hadFiles ? [`Its files are kept in ${basename(aside)}/.`] : []),
    ];
  } finally {
    unlock();
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { UserMistake } from '../../terminal/user-mistake.ts';
import type { DataFolder } from './data-folder.ts';

/** Whether a process of that id is there; one of another user counts as well. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that holds a lock; null where the lock is free, stale or our own id from before. */
function holder(lock: string): number | null {
  let text: string;
  try {
    text = readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
  const pid = Number(text);
  return Number.isSafeInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
}

/** Takes the lock only where there is none: a link cannot replace. */
function take(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Makes this process the only one of the folder until the function returned is called. The lock of
 * a process that is gone is taken over. Throws {@link UserMistake} while another one holds it.
 */
export function lockFolder({ path, lock }: DataFolder): () => void {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!take(own, lock)) {
      const pid = holder(lock);
      if (pid !== null) {
        throw new UserMistake(
          `${path} is in use by process ${pid}: end that first, or use another --data.`,
        );
      }
      takeAway(lock);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    rmSync(lock, { force: true });
  };
}

/** Takes a stale lock away, unless someone has just put theirs in its place. */
function takeAway(lock: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return;
  }
  if (holder(aside) !== null) take(aside, lock);
  rmSync(aside, { force: true });
}

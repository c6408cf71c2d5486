import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** What a watch tells of the files in a folder; names are relative, with `/`. */
export interface DropListener {
  /** A file is there, written to its end: new, changed, or there since before the watch began. */
  readonly onFile: (name: string) => void;
  readonly onGone: (name: string) => void;
  readonly onProblem: (problem: string) => void;
}

/** A running watch. */
export interface DropWatch {
  /** The files that were there when it began. */
  readonly before: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/** Excel's `~$` files and everything with a dot in front are not for us. */
export function isIgnored(path: string): boolean {
  return /^(?:\.|~\$)/u.test(basename(path));
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => nameOf(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.split('/').some(isIgnored));
}

function nameOf(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** A file that the watch has not told of after so many times `settleMs` is told of without it. */
const MISSED_AFTER = 4;

/**
 * Watches a folder. A file counts once it has not changed for `settleMs` milliseconds. The system
 * may swallow what happens just while a watch begins, so the folder is also looked through.
 */
export function watchDrops(folder: string, settleMs: number, listener: DropListener): DropWatch {
  const before = new Set(namesIn(folder));
  const watcher = watch(folder, {
    // The folder itself may stand in one that begins with a dot.
    ignored: (path) => path !== folder && isIgnored(path),
    awaitWriteFinish: {
      stabilityThreshold: settleMs,
      pollInterval: Math.max(10, Math.floor(settleMs / 10)),
    },
  });
  const told = new Set<string>();
  const tell = (name: string): void => {
    told.add(name);
    listener.onFile(name);
  };
  const there = (path: string): void => {
    tell(nameOf(folder, path));
  };
  watcher.on('add', there);
  watcher.on('change', there);
  watcher.on('unlink', (path) => {
    const name = nameOf(folder, path);
    told.delete(name);
    listener.onGone(name);
  });
  watcher.on('error', (error) => {
    listener.onProblem(error instanceof Error ? error.message : String(error));
  });
  const looking = setInterval(() => {
    for (const name of missed(folder, told, MISSED_AFTER * settleMs)) tell(name);
  }, settleMs);
  return {
    before,
    close: async () => {
      clearInterval(looking);
      await watcher.close();
    },
  };
}

/** Files nobody told of that have not changed for so many milliseconds. */
function missed(folder: string, told: ReadonlySet<string>, forMs: number): string[] {
  const changedBefore = Date.now() - forMs;
  try {
    return namesIn(folder).filter(
      (name) => !told.has(name) && statSync(join(folder, name)).ctimeMs < changedBefore,
    );
  } catch {
    // One of them, or the folder, has gone just now: the next look tells.
    return [];
  }
}

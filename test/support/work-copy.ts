import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, which is never changed. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What is installed, built or kept, and no source. */
const LEFT_OUT = new Set(['node_modules', '.git', 'cdk.out', 'coverage', 'out', '.renewsheet']);

/** A copy of the sources, in which files may be changed and tests run. */
export interface WorkCopy {
  readonly folder: string;
  /** Puts a text in place of a file, lets something be done, and puts the file back. */
  readonly with: <T>(file: string, text: string, act: () => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

/** Copies the sources as they stand; what is installed is shared with the project. */
export function openWorkCopy(): WorkCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'renewsheet-copy-')));
  cpSync(PROJECT, folder, {
    recursive: true,
    filter: (source) => !LEFT_OUT.has(basename(source)),
  });
  symlinkSync(realpathSync(join(PROJECT, 'node_modules')), join(folder, 'node_modules'));
  return {
    folder,
    with: async (file, text, act) => {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, text);
      try {
        return await act();
      } finally {
        writeFileSync(path, before);
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

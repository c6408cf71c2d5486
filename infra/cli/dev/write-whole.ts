import { renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all: under a name of its own first, then renamed. */
export function writeWhole(path: string, content: Uint8Array | string, mode = 0o666): void {
  const part = join(dirname(path), `.${basename(path)}.part`);
  writeFileSync(part, content, { mode });
  renameSync(part, path);
}

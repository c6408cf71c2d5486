import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Who reads, ours first. */
export const READERS = ['ours', 'exceljs', 'SheetJS', 'hucre'] as const;
export type ReaderName = (typeof READERS)[number];

/** What one reading in a process of its own took. */
export interface ReadOnce {
  /** Of the reading alone, in milliseconds. */
  readonly ms: number;
  /** The process's largest resident set, Node itself and the file included, in bytes. */
  readonly peak: number;
  readonly cells: number;
  /** The id of the reason for which the file was refused, or null. */
  readonly refused: string | null;
}

const run = promisify(execFile);

/** Lambda's own limits for the heap of a function of 512 MB. */
const HEAP = ['--max-semi-space-size=25', '--max-old-space-size=461'];

/** Reads a file once in a fresh process; null where the process did not live to tell. */
export async function readOnce(
  entry: string,
  reader: ReaderName,
  path: string,
  limited = false,
): Promise<ReadOnce | null> {
  const args = [...(limited ? HEAP : []), entry, reader, path];
  try {
    const { stdout } = await run(process.execPath, args, { timeout: 120_000 });
    return JSON.parse(stdout) as ReadOnce;
  } catch {
    return null;
  }
}

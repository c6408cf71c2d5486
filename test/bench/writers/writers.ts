import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Who writes, ours first; exceljs with its stream writer, as a caller would use it. */
export const WRITERS = ['ours', 'exceljs'] as const;
export type WriterName = (typeof WRITERS)[number];

/** The sheet that is written: so many rows of the uploader, with so many of his columns. */
export interface WrittenSize {
  readonly rows: number;
  readonly columns: number;
}

/** What one writing in a process of its own took. */
export interface WriteOnce {
  /** Of the writing alone, in milliseconds. */
  readonly ms: number;
  /** The process's largest resident set, Node itself and the rows included, in bytes. */
  readonly peak: number;
  /** Of the file, in bytes. */
  readonly size: number;
}

const run = promisify(execFile);

/** Writes a workbook once in a fresh process; null where the process did not live to tell. */
export async function writeOnce(
  entry: string,
  writer: WriterName,
  { rows, columns }: WrittenSize,
  heap: readonly string[] = [],
): Promise<WriteOnce | null> {
  const args = [...heap, entry, writer, String(rows), String(columns)];
  try {
    const { stdout } = await run(process.execPath, args, { timeout: 240_000 });
    return JSON.parse(stdout) as WriteOnce;
  } catch {
    return null;
  }
}

import { readTextTables } from './text/read-text.ts';
import { readXlsxTables } from './xlsx/read-xlsx.ts';
import { rejection, REJECTIONS } from './rejections.ts';
import type { QuoteFile, TablesReading } from './sheet-table.ts';

/** Lines above, below and between the rows that a quote may have besides its rows. */
const SPARE_LINES = 1000;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of old Excel files, and of every encrypted one. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function isEncrypted(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase();
  return ['<html', '<!doctype', '<?xml', '<table', 'mime-version'].some((tag) =>
    start.startsWith(tag),
  );
}

/**
 * Reads the visible sheets of a file, whose format is told by its content; only a text file is
 * known by its ending (.csv, .tsv, .txt). `maxRows` is the account's ceiling, applied here roughly
 * so that far too large a file is not read at all.
 */
export async function readTables(file: QuoteFile, maxRows: number): Promise<TablesReading> {
  const { name, bytes } = file;
  const mostRows = maxRows + SPARE_LINES;
  if (bytes.length === 0) return rejection(REJECTIONS.empty);
  if (startsWith(bytes, ZIP)) return await readXlsxTables(bytes, mostRows);
  if (startsWith(bytes, OLE)) {
    return rejection(isEncrypted(bytes) ? REJECTIONS.locked : REJECTIONS.old);
  }
  if (looksLikeMarkup(bytes)) return rejection(REJECTIONS.webPage);
  const text = /([^/]+)\.(?:csv|tsv|txt)$/iu.exec(name);
  return text === null
    ? rejection(REJECTIONS.noWorkbook)
    : readTextTables(text[1]!, bytes, mostRows);
}

import { inflateRawSync } from 'node:zlib';

/**
 * What a workbook may weigh. A workbook is a ZIP archive, and a few kilobytes can unpack to
 * gigabytes, so both are measured before the reader proper sees the file. 100,000 rows of 14
 * columns pack to about 6 MB and unpack to about 60 MB.
 */
export const LIMITS = { packed: 25 * 2 ** 20, unpacked: 128 * 2 ** 20, parts: 5000 } as const;

/** The unpacked parts of a workbook in the order of its directory, or why it has none. */
export type Archive =
  | { readonly kind: 'archive'; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly kind: 'damaged' | 'too large' | 'encrypted' };

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const DIRECTORY_END = 0x06054b50;
const WIDE_DIRECTORY_END = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const WIDE = 0xffffffff;

/** Where the directory starts and how many entries it has, in 64-bit archives too. */
function directory(file: Buffer): { at: number; count: number } {
  const floor = Math.max(0, file.length - 65_557);
  let end = file.length - 22;
  while (end >= floor && file.readUInt32LE(end) !== DIRECTORY_END) end--;
  if (end < floor) throw new RangeError('no directory');
  const at = file.readUInt32LE(end + 16);
  const count = file.readUInt16LE(end + 10);
  if (at !== WIDE && count !== 0xffff && file.readUInt32LE(end + 12) !== WIDE) return { at, count };
  const wide = Number(file.readBigUInt64LE(end - 12));
  if (file.readUInt32LE(wide) !== WIDE_DIRECTORY_END) throw new RangeError('no wide directory');
  return {
    at: Number(file.readBigUInt64LE(wide + 48)),
    count: Number(file.readBigUInt64LE(wide + 32)),
  };
}

/** The 64-bit sizes behind an entry's 32-bit ones, in the order the format fixes. */
function widen(extra: Buffer, fields: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) {
    at += 4 + extra.readUInt16LE(at + 2);
  }
  at += 4;
  return fields.map((field) => {
    if (field !== WIDE) return field;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function entryAt(file: Buffer, at: number): { entry: Entry; next: number } {
  if (file.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry');
  const nameEnd = at + 46 + file.readUInt16LE(at + 28);
  const extraEnd = nameEnd + file.readUInt16LE(at + 30);
  const [unpacked, packed, offset] = widen(file.subarray(nameEnd, extraEnd), [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ]);
  const entry = {
    name: file.toString('utf8', at + 46, nameEnd),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    unpacked: unpacked!,
    packed: packed!,
    offset: offset!,
  };
  return { entry, next: extraEnd + file.readUInt16LE(at + 32) };
}

function unpack(file: Buffer, entry: Entry): Buffer {
  if (file.readUInt32LE(entry.offset) !== LOCAL) throw new RangeError('no local entry');
  const from =
    entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed;
  // An entry that unpacks to more than it declares is a bomb or damaged: zlib stops there.
  return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
}

function entries(file: Buffer): Entry[] {
  const { at, count } = directory(file);
  if (count > LIMITS.parts) return [];
  const found: Entry[] = [];
  for (let next = at; found.length < count;) {
    const read = entryAt(file, next);
    found.push(read.entry);
    next = read.next;
  }
  return found;
}

/** Sizes left open in the directory would be taken from elsewhere by a reader, unmeasured. */
function unmeasured({ name, method, flags, packed, unpacked }: Entry): boolean {
  return (
    !name.endsWith('/') &&
    ((method !== 0 && unpacked === 0 && packed > 2) || ((flags & 8) !== 0 && packed === 0))
  );
}

/** Unpacks a ZIP archive within {@link LIMITS}. */
export function readArchive(bytes: Uint8Array): Archive {
  if (bytes.length > LIMITS.packed) return { kind: 'too large' };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = entries(file);
    const total = found.reduce((sum, { unpacked, packed }) => sum + Math.max(unpacked, packed), 0);
    if (total > LIMITS.unpacked) return { kind: 'too large' };
    if (found.some(({ flags }) => (flags & 1) !== 0)) return { kind: 'encrypted' };
    if (found.length === 0 || found.some(unmeasured)) return { kind: 'damaged' };
    const solid = found.filter(({ name }) => !name.endsWith('/'));
    return { kind: 'archive', parts: new Map(solid.map((e) => [e.name, unpack(file, e)])) };
  } catch {
    // Reading beyond the end, a wrong mark or a broken stream: all mean the archive is no good.
    return { kind: 'damaged' };
  }
}

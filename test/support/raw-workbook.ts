import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive. */
export interface Part {
  readonly name: string;
  /** Text is written in UTF-8. */
  readonly text: string | Buffer;
  /** The unpacked size that the directory claims instead of the true one. */
  readonly declared?: number;
  /** The sum that the directory claims instead of the true one. */
  readonly crc?: number;
  /** Left unpacked; or an unknown method. */
  readonly method?: number;
  readonly flags?: number;
}

interface Packed {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly method: number;
  readonly flags: number;
}

function pack({ name, text, declared, crc, method = 8, flags = 0 }: Part): Packed {
  const plain = typeof text === 'string' ? Buffer.from(text) : text;
  return {
    name: Buffer.from(name),
    data: method === 0 ? plain : deflateRawSync(plain, { level: 1 }),
    crc: crc ?? crc32(plain),
    size: declared ?? plain.length,
    method,
    flags,
  };
}

/** The fields that a local and a directory entry have in common. */
function common({ name, data, crc, size, method, flags }: Packed, wide: boolean): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(wide ? 0xffffffff : data.length, 14);
  head.writeUInt32LE(wide ? 0xffffffff : size, 18);
  head.writeUInt16LE(name.length, 22);
  head.writeUInt16LE(wide ? 20 : 0, 24);
  return head;
}

function wideSizes({ data, size }: Packed): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(data.length), 12);
  return extra;
}

/** A ZIP archive made by hand; `wide` writes the sizes in the 64-bit way of streaming writers. */
export function archive(parts: readonly Part[], wide = false): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = pack(part);
    const extra = wide ? wideSizes(packed) : Buffer.alloc(0);
    const fields = common(packed, wide);
    const body = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      fields,
      packed.name,
      extra,
      packed.data,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    entries.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), version, fields, tail, packed.name, extra]),
    );
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, directory, end]));
}

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A part of a workbook made here, whose text may be edited. */
export interface TextPart extends Part {
  readonly text: string;
}

/** The parts of a workbook with one sheet whose XML the test writes itself. */
export function workbookParts(sheetData: string, more: readonly TextPart[] = []): TextPart[] {
  return [
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: '_rels/.rels',
      text: `<Relationships><Relationship Id="r1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Quote" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
    ...more,
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A row of inline strings and numbers without any cell reference, as terse writers make it. */
export function inlineRow(cells: readonly (string | number)[], attributes = ''): string {
  const inside = cells.map((cell) =>
    typeof cell === 'number'
      ? `<c><v>${cell}</v></c>`
      : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
  );
  return `<row ${attributes}>${inside.join('')}</row>`;
}

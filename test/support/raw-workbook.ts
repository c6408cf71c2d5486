import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; `declared` is the unpacked size that its directory claims. */
export interface Part {
  readonly name: string;
  readonly text: string;
  readonly declared?: number;
}

interface Packed {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
}

function pack({ name, text, declared }: Part): Packed {
  const plain = Buffer.from(text);
  return {
    name: Buffer.from(name),
    data: deflateRawSync(plain),
    crc: crc32(plain),
    size: declared ?? plain.length,
  };
}

/** The fields that a local and a directory entry have in common. */
function common({ name, data, crc, size }: Packed, wide: boolean): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
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

/** The parts of a workbook with one sheet whose XML the test writes itself. */
export function workbookParts(sheetData: string, more: readonly Part[] = []): Part[] {
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

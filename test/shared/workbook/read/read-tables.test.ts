import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../../shared/workbook/read/archive.ts';
import { LIMITS } from '../../../../shared/workbook/read/limits.ts';
import { quoteWorkbook, QUOTE_HEADINGS, quoteRow } from '../../../support/quote-workbook.ts';
import { archive, inlineRow, workbookParts } from '../../../support/raw-workbook.ts';
import { quoteOf, refusalOf, verdictOf } from './reading.ts';

const HEAD = inlineRow(['Resource ID', 'Expires', 'Renewal Duration', 'List Price']);
const ROW = ['abc', '2026-12-01', '1 month', 5] as const;

describe('workbooks of other writers', () => {
  it('are read without cell references, shared strings or styles', async () => {
    const bytes = archive(workbookParts(HEAD + inlineRow(ROW)));

    expect((await quoteOf(bytes)).rows.map(verdictOf)).toEqual(['payable']);
  });

  it('are read with 64-bit sizes and with a prefix on every tag', async () => {
    const sheet = (HEAD + inlineRow(ROW)).replaceAll(/<(\/?)(\w)/gu, '<$1x:$2');
    const [types, rels, book, bookRels, part] = workbookParts(sheet);
    const text = part!.text.replaceAll(/<(\/?)(worksheet|sheetData)/gu, '<$1x:$2');
    const bytes = archive([types!, rels!, book!, bookRels!, { name: part!.name, text }], true);

    expect((await quoteOf(bytes)).rows.map(verdictOf)).toEqual(['payable']);
  });

  it('may hide a row without saying which row it is', async () => {
    const bytes = archive(workbookParts(HEAD + inlineRow(ROW, 'hidden="1"')));

    expect((await quoteOf(bytes)).rows.map(verdictOf)[0]).toContain('hidden');
  });

  it('are refused when a sheet breaks off, because rows would be lost', async () => {
    const whole = workbookParts(HEAD + inlineRow(ROW) + inlineRow(ROW));
    const cut = whole.map(({ name, text }) => ({
      name,
      text: name.includes('sheet1') ? text.slice(0, text.lastIndexOf('<row')) : text,
    }));

    expect(await refusalOf(archive(cut))).toContain('damaged');
  });

  it('hide rows by a height of nothing, too', async () => {
    const hidden = inlineRow(ROW, 'r="2" ht="0" customHeight="1"');
    const bytes = archive(workbookParts(HEAD + hidden));

    expect((await quoteOf(bytes)).rows.map(verdictOf)[0]).toContain('hidden');
  });

  it('never turn a formula’s error into an id', async () => {
    const error =
      '<row r="2"><c t="e"><f>A9</f><v>#REF!</v></c><c t="str"><v>2026-12-01</v></c></row>';
    const bytes = archive(workbookParts(HEAD + error));

    expect(verdictOf((await quoteOf(bytes)).rows[0])).toContain('The cell shows the error #REF!.');
  });
});

/** A workbook whose directory claims another size of its sheet. */
function declaring(declared: number): Uint8Array {
  const parts = workbookParts(HEAD + inlineRow(ROW));
  return archive(
    parts.map((part) => (part.name.includes('sheet1') ? { ...part, declared } : part)),
  );
}

describe('hostile workbooks', () => {
  it('with a cell at the far end of the sheet are refused before they are laid out', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';

    expect(await refusalOf(archive(workbookParts(HEAD + inlineRow(ROW) + far)))).toContain(
      'XFD1048576',
    );
  });

  it('with many wide rows cost no more than one', async () => {
    const wide = Array.from(
      { length: 5000 },
      (_, at) => `<row r="${at + 3}"><c r="XFD${at + 3}"><v>1</v></c></row>`,
    );

    expect(await refusalOf(archive(workbookParts(HEAD + wide.join(''))))).toContain(
      'as far away as',
    );
  });

  it('may have formatted empty cells anywhere', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    const bytes = archive(workbookParts(HEAD + inlineRow(ROW) + far));

    expect((await quoteOf(bytes)).rows).toHaveLength(1);
  });

  it('that unpack to too much are refused, whatever size they declare', async () => {
    expect(await refusalOf(declaring(LIMITS.unpacked + 1))).toContain('too large');
    expect(await refusalOf(declaring(100))).toContain('not whole');
    expect(await refusalOf(declaring(0))).toContain('not whole');
  });

  it('may carry anything that is not read', async () => {
    const bytes = archive(
      workbookParts(HEAD + inlineRow(ROW), [
        { name: 'xl/media/film.mp4', text: 'x', declared: LIMITS.unpacked + 1 },
      ]),
    );

    expect((await quoteOf(bytes)).rows).toHaveLength(1);
  });

  it('cut off anywhere are refused and never crash the reader', async () => {
    const whole = await quoteWorkbook({ headings: QUOTE_HEADINGS, rows: [quoteRow()] });

    for (let length = 4; length < whole.length - 22; length += 997) {
      expect(readArchive(whole.subarray(0, length)).kind).toBe('damaged');
    }
  });
});

describe('files that are no workbook', () => {
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);

  it.each([
    ['empty', Buffer.alloc(0), 'The file is empty'],
    ['old', ole, 'old Excel format (.xls)'],
    ['protected', locked, 'protected by a password or as read-only'],
    ['a web page', Buffer.from('\n<html><table>'), 'a web page or XML'],
    ['a picture', Buffer.from('\x89PNG....'), 'no Excel workbook'],
    ['another archive', archive([{ name: 'a.txt', text: 'a' }]), 'no Excel workbook'],
    [
      'an .ods',
      archive([
        { name: 'mimetype', text: 'x' },
        { name: 'content.xml', text: 'x' },
      ]),
      '.ods',
    ],
    ['a workbook of nothing', archive(workbookParts('')), 'no cell with anything in it'],
  ])('%s: rejected in one sentence', async (_, bytes, sentence) => {
    const reason = await refusalOf(new Uint8Array(bytes));

    expect(reason).toContain(sentence);
    expect(reason).toMatch(/^[^\n]+\.$/u);
  });

  it('a workbook whose sheets are all hidden says so', async () => {
    const bytes = await quoteWorkbook({
      headings: QUOTE_HEADINGS,
      rows: [quoteRow()],
      state: 'hidden',
    });

    expect(await refusalOf(bytes)).toContain('Every sheet of the workbook is hidden');
  });
});

async function readText(content: string | Buffer): Promise<string[]> {
  const bytes = new Uint8Array(Buffer.from(content));
  return (await quoteOf(bytes, {}, 'approved/quote.CSV')).rows.map(verdictOf);
}

describe('text files', () => {
  const rows = [
    ['Instance Name/ID', 'Expires', 'Duration', 'List Price'],
    ['"web ""1""\nabc"', '2026-12-01', '1 month', '"1,234.50"'],
  ];

  it.each([[','], [';'], ['\t']])('divided by %j are read', async (mark) => {
    expect(await readText(rows.map((row) => row.join(mark)).join('\r\n'))).toEqual(['payable']);
  });

  it('are read with a byte order mark in UTF-8 and UTF-16', async () => {
    const content = rows.map((row) => row.join('\t')).join('\n');

    expect(await readText(`\uFEFF${content}`)).toEqual(['payable']);
    expect(await readText(Buffer.from(`\uFEFF${content}`, 'utf16le'))).toEqual(['payable']);
  });

  it('in another encoding are refused', async () => {
    const western = Buffer.from(
      'ID,Expires,List Price\nabc,2026-12-01,\xa35,Z\xfcrich\n',
      'latin1',
    );

    expect(await refusalOf(new Uint8Array(western), {}, 'quote.csv')).toContain('CSV UTF-8');
  });

  it('with a stray quotation mark are refused, lest lines vanish into one cell', async () => {
    const bytes = new TextEncoder().encode(
      'ID,Expires,List Price\n"a,2026-12-01,1\nb,2026-12-01,1"x\n',
    );

    expect(await refusalOf(bytes, {}, 'quote.csv')).toContain('quotation mark');
  });
});

describe('the line of what is approved so far, in a quote of ours saved as text', () => {
  it.each([
    ['its balance a whole number', 'Approved so far (USD),1,10,,100000'],
    ['as it is shown', 'Approved so far (USD),1 row,10.00,,"Left of the balance: 99,990.00"'],
    ['in Chinese', '目前已批准（USD）,1行,10.00,,100000'],
  ])('says nothing of the columns under it: %s', async (_, line) => {
    const text = [
      line,
      'Resource ID,Expires,Price to approve (USD),Approved,Renewal Duration,Note',
      'abc-1,2026-12-01 23:59:59,10.00,yes,1 month,',
    ].join('\n');
    const quote = await quoteOf(new TextEncoder().encode(text), {}, 'quote.csv');

    expect(quote.rows.map(verdictOf)).toEqual(['payable']);
    expect(quote.loose).toEqual([]);
  });
});

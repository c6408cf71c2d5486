import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { sampleQuote } from '../../../../infra/cli/sample/huawei/sample-quote.ts';
import { BrokenPart, partKey, readArchive } from '../../../../shared/workbook/read/archive.ts';
import {
  QUOTE_HEADINGS,
  quoteRow,
  quoteWorkbook,
  type SheetIn,
} from '../../../support/quote-workbook.ts';
import { archive, inlineRow, workbookParts } from '../../../support/raw-workbook.ts';

type Parts = Readonly<Record<string, string>>;

/** What another reader of ZIP archives finds in it, by name, in base 64; null where it refuses. */
async function readByYauzl(bytes: Uint8Array): Promise<Parts | null> {
  const parts: Record<string, string> = {};
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes));
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const content = await buffer(await zip.openReadStreamPromise(entry));
      parts[partKey(entry.fileName)] = content.toString('base64');
    }
  } catch {
    return null;
  }
  return parts;
}

async function readByUs(bytes: Uint8Array): Promise<Parts | null> {
  const read = readArchive(bytes);
  if (read.kind !== 'archive') return null;
  const parts: Record<string, string> = {};
  for (const [key, part] of read.parts) {
    try {
      parts[key] = (await buffer(part.open())).toString('base64');
    } catch (error) {
      if (error instanceof BrokenPart) return null;
      throw error;
    }
  }
  return parts;
}

const quote = (name: string): SheetIn => ({
  name,
  headings: QUOTE_HEADINGS,
  rows: [quoteRow()],
});

test.each([
  ['the sample quote', async () => await sampleQuote(Date.UTC(2026, 11, 1))],
  ['a quote of two sheets', async () => await quoteWorkbook(quote('One'), quote('Two'))],
  ['a workbook made by hand', () => archive(workbookParts(inlineRow(['a', 1])))],
  ['one with sizes of 64 bits', () => archive(workbookParts(inlineRow(['a', 1])), true)],
])('unpacks %s as another reader does', async (_, made) => {
  const bytes = await made();
  const found = await readByYauzl(bytes);

  expect(Object.keys(found ?? {}).length).toBeGreaterThan(3);
  expect(await readByUs(bytes)).toEqual(found);
});

const name = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_[\]-]{1,8}$/u), { minLength: 1, maxLength: 3 })
  .map((folders) => `${folders.join('/')}.xml`);
const parts = fc.uniqueArray(
  fc.record({ name, text: fc.string({ unit: 'grapheme', maxLength: 300 }) }),
  { selector: (part) => part.name.toLowerCase(), minLength: 1, maxLength: 6 },
);

test('unpacks whatever it is given as another reader does', async () => {
  await fc.assert(
    fc.asyncProperty(parts, fc.boolean(), async (given, wide) => {
      const bytes = archive(given, wide);
      const found = await readByYauzl(bytes);
      expect(found).not.toBeNull();
      expect(await readByUs(bytes)).toEqual(found);
    }),
  );
});

test('never finds something else than another reader in an archive with a wrong byte', async () => {
  await fc.assert(
    fc.asyncProperty(parts, fc.boolean(), fc.nat(), fc.nat(255), async (given, wide, at, byte) => {
      const bytes = archive(given, wide);
      bytes[at % bytes.length] = byte;
      const [found, ours] = [await readByYauzl(bytes), await readByUs(bytes)];
      if (found === null || ours === null) return;
      // A name that is no ASCII any more may be read in one of two character sets, where two may be one.
      if (Object.keys(ours).length !== Object.keys(found).length) return;
      expect(Object.values(ours)).toEqual(Object.values(found));
    }),
    { numRuns: 1000, seed: 20_261_129 },
  );
});

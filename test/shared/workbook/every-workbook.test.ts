import { describe, expect, test } from 'vitest';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { type Language, LANGUAGES } from '../../../shared/reasons/entry.ts';
import { readQuote } from '../../../shared/workbook/read/read-quote.ts';
import { everyWorkbook, QUOTES } from '../../support/every-workbook.ts';
import { excelFaults } from '../../support/excel-rules.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { zippedTexts } from './results/results-parts.ts';

const WRITTEN = (
  await Promise.all(
    LANGUAGES.map(async (language) =>
      (await everyWorkbook(language)).map((one) => ({ ...one, language })),
    ),
  )
).flat();
const CASES = WRITTEN.map((one) => [one.language, one.kind, one] as const);

/** What is alike in every language: ids, names, codes, addresses, keys of the bucket, commands. */
const ALIKE =
  /npm run jobs[^；。]*|settle \S+ [^。]*|\{"command".*\}|"as"|"paid"|"not paid"|"renew again"|["“]Approved["”]|[\w.-]*[/:]\/?\S*|\S*\.xlsx|\b[a-f\d-]{32,}\b|\b(?:USD|CNY|ID|CC-\d|PO-[\d-]+|CS\d+|CBC\S+|web-\d+|Asia|Shanghai|main|renewsheet|finance|ap-southeast-1|cn-north-4|Sheet1|Wang Fang|r1|Lambda|operate|1 month|yes|k7m2xq9d4a|q7k2m9x4tb|n9t7bfxp\w+)\b/gu;
/** Names in the samples, and what lists headings in both languages. */
const NAMED = /王芳|批准/u;

/** The texts of a workbook, and the names of its sheets, that are in another language than they should be. */
function strangers({ sheets }: Workbook, language: Language): readonly string[] {
  const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((one) => typeof one === 'string');
  const all = [...new Set([...sheets.map(({ name }) => name), ...texts])];
  return language === 'en'
    ? all.filter((text) => /\p{Script=Han}/u.test(text) && !NAMED.test(text))
    : all.filter((text) => /[a-z]{2}/iu.test(text.replaceAll(ALIKE, '')));
}

async function readAs(bytes: Uint8Array, name: string): Promise<string> {
  const reading = await readQuote({ name, bytes }, testAccount(), HUAWEI);
  return reading.kind === 'quote' ? reading.kind : reading.reason.id.replace(/-of$/u, '');
}

describe.each(CASES)('in %s, a workbook of the kind %s', (language, kind, { bytes }) => {
  test('has nothing that Excel would offer to repair', () => {
    expect(excelFaults(zippedTexts(bytes))).toEqual([]);
  });

  test('is a quote where it is one, and else refused as a report of ours', async () => {
    expect(await readAs(bytes, `${kind}.xlsx`)).toBe(QUOTES.has(kind) ? 'quote' : 'own-report');
  });

  test('is in its language', async () => {
    expect(strangers(await readXlsx(bytes), language)).toEqual([]);
  });
});

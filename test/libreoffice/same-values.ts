import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { LANGUAGES } from '../../shared/reasons/entry.ts';
import { everyWorkbook } from '../support/every-workbook.ts';

const run = promisify(execFile);

/** Differences that are named. */
const MOST_TOLD = 20;

/** LibreOffice starts slowly; a file that it never ends with must not hold the run up for long. */
const TIMEOUT_MS = 120_000;

/** Formulas are calculated anew when a file is opened, in place of showing what was saved. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`;

/** The values of a workbook by sheet and cell, as text; empty cells are left out. */
async function valuesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { sheets } = await readXlsx(bytes);
  const values = new Map<string, string>();
  for (const { name, rows } of sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) {
        const text = shown(value);
        if (text !== '') values.set(`${name} ${row + 1}:${column + 1}`, text);
      }
    }
  }
  return values;
}

/** Times to the second and numbers to fifteen digits, which is what a spreadsheet keeps of them. */
function shown(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  }
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What differs between a workbook as it was written and as LibreOffice saves it again. */
function differences(
  name: string,
  written: ReadonlyMap<string, string>,
  saved: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...written.keys(), ...saved.keys()])].flatMap((cell) => {
    const [before = '(nothing)', after = '(nothing)'] = [written.get(cell), saved.get(cell)];
    return before === after ? [] : [`${name}, ${cell}: ${before} is read as ${after}`];
  });
}

/**
 * Has LibreOffice read one workbook of each kind in both languages, calculate its formulas and save it
 * again, and compares every value. Says how many agree; exit code 1 where one does not.
 */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'same-values-'));
  try {
    const written = new Map<string, Uint8Array>();
    for (const language of LANGUAGES) {
      for (const { kind, bytes } of await everyWorkbook(language)) {
        written.set(`${language} ${kind}.xlsx`, bytes);
      }
    }
    for (const [name, bytes] of written) await writeFile(join(folder, name), bytes);
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), RECALCULATE);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const files = [...written.keys()].map((name) => join(folder, name));
    const to = ['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved')];
    await run('soffice', [profile, ...to, ...files], { timeout: TIMEOUT_MS });
    let cells = 0;
    const found: string[] = [];
    for (const [name, bytes] of written) {
      const values = await valuesOf(bytes);
      cells += values.size;
      found.push(
        ...differences(name, values, await valuesOf(await readFile(join(folder, 'saved', name)))),
      );
    }
    const told =
      found.length === 0
        ? `LibreOffice reads all ${cells.toLocaleString('en-US')} values of ${written.size} workbooks as they were written.`
        : `LibreOffice reads ${found.length} values otherwise.`;
    process.stdout.write(`${[...found.slice(0, MOST_TOLD), told].join('\n')}\n`);
    process.exitCode = found.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();

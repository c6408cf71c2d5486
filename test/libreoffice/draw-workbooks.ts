import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LANGUAGES } from '../../shared/reasons/entry.ts';
import { everyWorkbook } from '../support/every-workbook.ts';
import { screensOf } from './screens-of.ts';

const run = promisify(execFile);

/** One start of LibreOffice for all files. */
const TIMEOUT_MS = 300_000;

/**
 * Draws each kind of workbook in both languages into a folder: every page on A4 (`en-results.a4-1.png`)
 * and what a screen of 1600 x 900 shows of each sheet (`en-results.screen-1.png`), of which a
 * spreadsheet program takes some 130 pixels at the top for itself. Needs LibreOffice and `pdftoppm`.
 */
async function main(folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'draw-workbooks-'));
  try {
    const names: string[] = [];
    const put = async (name: string, bytes: Uint8Array): Promise<void> => {
      await writeFile(join(work, `${name}.xlsx`), bytes);
      names.push(name);
    };
    for (const language of LANGUAGES) {
      for (const { kind, bytes } of await everyWorkbook(language)) {
        const name = `${language}-${kind.replaceAll(' ', '-')}`;
        await put(`${name}.a4`, bytes);
        for (const [at, screen] of screensOf(bytes).entries()) {
          await put(`${name}.screen-${at + 1}`, screen);
        }
      }
    }
    const profile = `-env:UserInstallation=file://${work}/profile`;
    const files = names.map((name) => join(work, `${name}.xlsx`));
    const to = ['--headless', '--convert-to', 'pdf', '--outdir', work];
    await run('soffice', [profile, ...to, ...files], { timeout: TIMEOUT_MS });
    await mkdir(folder, { recursive: true });
    for (const name of names) {
      const from = join(work, `${name}.pdf`);
      const whole = name.endsWith('.a4') ? ['-r', '75'] : ['-r', '96', '-l', '1', '-singlefile'];
      await run('pdftoppm', ['-png', ...whole, from, join(folder, name)]);
    }
    process.stdout.write(`${names.length} sheets and workbooks are drawn in ${folder}.\n`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const [folder = 'out/pictures'] = process.argv.slice(2);
await main(folder);

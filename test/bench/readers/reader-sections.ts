import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProcessEntry } from '../build-process-entry.ts';
import { median, most } from '../figures.ts';
import { count, type Line, megabytes, type Section, secondsText } from '../table.ts';
import { usualQuote, WORST, type WorstFile } from './bench-files.ts';
import { type ReaderName, type ReadOnce, READERS, readOnce } from './readers.ts';

const ROWS = 10_000;
const TIMES = 5;
/** Ours may take so many times what the quickest reader that reads every odd cell right takes. */
const AIM = 1.1;
const LONGEST_MS = 10_000;
const MOST_MEMORY = 400 * 1024 * 1024;
async function sideBySide(entry: string, folder: string, step: () => void): Promise<Section> {
  const path = join(folder, 'usual.xlsx');
  writeFileSync(path, await usualQuote(ROWS));
  const all = new Map<ReaderName, ReadOnce[]>(READERS.map((reader) => [reader, []]));
  for (let round = 0; round < TIMES; round++) {
    for (const reader of READERS) {
      const read = await readOnce(entry, reader, path);
      if (read !== null) all.get(reader)!.push(read);
      step();
    }
  }
  const of = (reader: ReaderName): readonly ReadOnce[] => all.get(reader)!;
  const ms = READERS.map((reader) => median(of(reader).map((read) => read.ms)));
  const quickest = Math.min(...ms.slice(1));
  return {
    title: `Reading ${count(ROWS)} x 14 (of ${TIMES})`,
    columns: READERS,
    lines: [
      {
        label: 'time, middle one',
        values: ms.map((each) => `${count(each)} ms`),
        aim: { text: `ours at most ${AIM} x the quickest`, met: ms[0]! <= AIM * quickest },
      },
      {
        label: 'peak memory',
        values: READERS.map((reader) => megabytes(most(of(reader).map(({ peak }) => peak)))),
      },
      { label: 'cells', values: READERS.map((reader) => count(of(reader)[0]?.cells ?? 0)) },
    ],
  };
}

async function worstLine(entry: string, folder: string, worst: WorstFile): Promise<Line> {
  const path = join(folder, worst.file);
  writeFileSync(path, worst.bytes());
  const read = await readOnce(entry, 'ours', path, true);
  if (read === null) return { label: worst.kind, values: ['no answer', '', ''] };
  const { ms, peak, refused, cells } = read;
  return {
    label: worst.kind,
    values: [secondsText(ms), megabytes(peak), ` ${refused ?? `${count(cells)} cells`}`],
    aim: { text: '10 s and 400 MB', met: ms <= LONGEST_MS && peak <= MOST_MEMORY },
  };
}

/** How many readings the sections take, for the one who tells how far they are. */
export const READINGS = TIMES * READERS.length + WORST.length;

/** Reading with ours and with others, and the worst file of each kind with ours. */
export async function readerSections(step: () => void): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renewsheet-readers-'));
  try {
    const entry = buildProcessEntry(folder, new URL('read-once.ts', import.meta.url));
    const usual = await sideBySide(entry, folder, step);
    const lines: Line[] = [];
    for (const worst of WORST) {
      lines.push(await worstLine(entry, folder, worst));
      step();
    }
    return [
      usual,
      { title: 'The worst file of each kind', columns: ['time', 'memory', 'answer'], lines },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

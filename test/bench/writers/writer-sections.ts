import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MEMORY, MOST_NEEDED } from '../../../infra/constructs/functions/memory.ts';
import { buildProcessEntry } from '../build-process-entry.ts';
import { median, most } from '../figures.ts';
import { count, type Line, megabytes, type Section, secondsText } from '../table.ts';
import {
  type WriteOnce,
  writeOnce,
  type WriterName,
  WRITERS,
  type WrittenSize,
} from './writers.ts';

const TIMES = 5;
/** The results of a usual quote, and of the widest that is taken in. */
const SIZES: readonly WrittenSize[] = [
  { rows: 10_000, columns: 14 },
  { rows: 10_000, columns: 60 },
];
/** Ours writes a Summary and what needs action besides; so much more it may take, where runs differ as much. */
const AIM = 1.1;
/** Megabytes of the function that writes results, and what of them Lambda leaves to the heap. */
const FUNCTION = MEMORY['finish-job'].has;
const HEAP = ['--max-semi-space-size=25', `--max-old-space-size=${Math.floor(FUNCTION * 0.9)}`];

/** How many writings the sections take, for the one who tells how far they are. */
export const WRITINGS = TIMES * WRITERS.length * SIZES.length;

async function sideBySide(entry: string, size: WrittenSize, step: () => void): Promise<Section> {
  const all = new Map<WriterName, WriteOnce[]>(WRITERS.map((writer) => [writer, []]));
  for (let round = 0; round < TIMES; round++) {
    for (const writer of WRITERS) {
      const written = await writeOnce(entry, writer, size, HEAP);
      if (written !== null) all.get(writer)!.push(written);
      step();
    }
  }
  const each = <Value>(of: (writings: readonly WriteOnce[]) => Value): readonly Value[] =>
    WRITERS.map((writer) => of(all.get(writer)!));
  const ms = each((writings) => median(writings.map((one) => one.ms)));
  const peak = each((writings) => median(writings.map((one) => one.peak)));
  const enough = FUNCTION * 1024 * 1024 * MOST_NEEDED;
  const lines: readonly Line[] = [
    {
      label: 'time, middle one',
      values: ms.map(secondsText),
      aim: { text: `ours at most ${AIM} x`, met: ms[0]! <= AIM * ms[1]! },
    },
    {
      label: 'peak memory, middle one',
      values: peak.map(megabytes),
      aim: { text: `ours at most ${AIM} x`, met: peak[0]! <= AIM * peak[1]! },
    },
    {
      label: 'peak memory, most',
      values: each((writings) => megabytes(most(writings.map((one) => one.peak)))),
      aim: {
        text: `${MOST_NEEDED * 100} % of ${FUNCTION} MB`,
        met: most(all.get('ours')!.map((one) => one.peak)) <= enough,
      },
    },
    {
      label: 'file',
      values: each(([first]) => (first === undefined ? 'no answer' : megabytes(first.size))),
    },
  ];
  return {
    title: `Writing results, ${count(size.rows)} x ${size.columns} (of ${TIMES})`,
    columns: ['ours', 'exceljs, stream'],
    lines,
  };
}

/** Writing results with ours and with exceljs's own stream writer, each in a process of its own. */
export async function writerSections(step: () => void): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renewsheet-writers-'));
  try {
    const entry = buildProcessEntry(folder, new URL('write-once.ts', import.meta.url));
    const sections: Section[] = [];
    for (const size of SIZES) sections.push(await sideBySide(entry, size, step));
    return sections;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

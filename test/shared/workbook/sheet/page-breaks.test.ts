import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  pageEnds,
  type PageLine,
  printedRoom,
} from '../../../../shared/workbook/sheet/page-breaks.ts';
import { SUMMARY_WIDTHS } from '../../../../shared/workbook/sheet/page-styles.ts';
import { everyWorkbook } from '../../../support/every-workbook.ts';
import { zippedTexts } from '../results/results-parts.ts';

const ROOM = 300;

const KINDS: Readonly<Record<string, PageLine['kind']>> = { t: 'title', h: 'heads', g: 'gap' };

/** Lines of 20 points: `t` is a title, `h` heads, `g` a space, `.` anything else. */
function linesOf(marks: string): readonly PageLine[] {
  return Array.from(marks, (mark) => ({
    height: 20,
    kind: KINDS[mark] ?? 'line',
  }));
}

describe('printed pages', () => {
  test.each([
    ['end nowhere where all fits on one', '...............', []],
    ['end where the room does', '.................', [15]],
    ['end before a title that stood alone at the foot', '..............t..........', [14]],
    ['end before heads and title that stood without a row', '.............th.........', [13]],
    ['end before a short section, which stays whole', '............th..t....', [12]],
    ['end behind a section that fits but for the space after it', '............t..gt..', [16]],
    ['end before heads without a row before a short section', '.............ht..', [13]],
    ['end within a long section', '....th............', [15]],
    ['end before the heads of a second table of a long section', '....t.........h..', [14]],
    ['end in the middle of what is longer than a page', '.'.repeat(40), [15, 30]],
  ])('%s', (_, marks, ends) => {
    expect(pageEnds(linesOf(marks), ROOM)).toEqual(ends);
  });

  it('end wherever they must where a page has nothing but heads', () => {
    expect(pageEnds(linesOf('h'.repeat(20)), ROOM)).toEqual([15]);
  });

  it('never end behind a title or heads, and never hold more than there is room for', () => {
    const line = fc.record({
      height: fc.integer({ min: 5, max: 90 }),
      kind: fc.constantFrom<PageLine['kind']>('line', 'line', 'line', 'title', 'heads'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 120, size: 'max' }), (drawn) => {
        // Three heads in a row are the most that any page of ours has.
        const lines = drawn.map((each, at) => {
          const before = drawn.slice(Math.max(0, at - 3), at);
          const isFourth = before.length === 3 && before.every(({ kind }) => kind !== 'line');
          return isFourth ? { ...each, kind: 'line' as const } : each;
        });
        const ends = pageEnds(lines, 600);
        const heights = [...ends, lines.length].map((end, at) =>
          lines.slice(ends[at - 1] ?? 0, end).reduce((sum, { height }) => sum + height, 0),
        );
        expect(Math.max(...heights)).toBeLessThanOrEqual(600);
        expect(ends.filter((end) => lines[end - 1]!.kind !== 'line')).toEqual([]);
      }),
    );
  });

  it('have room for what LibreOffice prints on one', () => {
    // Of the Summary it shrinks to 64 percent, which leaves 1,191 points.
    const room = printedRoom(SUMMARY_WIDTHS, 'portrait');
    expect(room).toBeGreaterThan(1_110);
    expect(room).toBeLessThan(1_191);
  });
});

describe('a Summary of two pages', () => {
  it('says where the first one ends', async () => {
    const written = await everyWorkbook('en');
    const { bytes } = written.find(({ kind }) => kind === 'interim')!;
    const xml = zippedTexts(bytes).get('xl/worksheets/sheet1.xml')!;

    expect(xml).toMatch(
      /<rowBreaks count="1" manualBreakCount="1"><brk id="\d+" max="16383" man="1"\/>/u,
    );
  });
});

import type { HandedBackFile, ResultsReport } from '../results-report.ts';
import { countOf } from '../../sheet/number.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST } from '../../sheet/page-styles.ts';
import { TONES } from '../../sheet/palette.ts';
import { style } from '../../sheet/styles.ts';

const GOOD = style({ ...TONES.neutral, bold: true, middle: true, wrap: true, indent: 1 });
const BAD = style({ ...TONES.bad, middle: true, wrap: true, indent: 1 });

function retryText({ file, rows, asked }: HandedBackFile): string {
  if (file === null) {
    return `No file for another try could be made of the ${countOf(rows, 'row that is', 'rows that are')} worth one: put them into a new file by hand.`;
  }
  const kept = rows - asked;
  const parts = [
    asked === 0
      ? ''
      : `${countOf(asked, 'waits', 'wait')} for a yes at the price that stands there`,
    kept === 0 ? '' : `${countOf(kept, 'keeps its', 'keep their')} approval`,
  ];
  const which = parts.filter((part) => part !== '').join(', ');
  return `Another try: drop "${file}", which lies beside this file. Of ${countOf(rows)} in it ${which}.`;
}

function reviewText({ file, rows }: HandedBackFile): string {
  const who = countOf(rows, 'row that waits', 'rows that wait');
  return file === null
    ? `No file could be made of the ${who} for a person: see the sheet "Needs action".`
    : `"${file}" has the ${who} for a person, the step first: once they are done, say yes there and drop it.`;
}

/** Says which files lie beside the results, and what is in them; nothing where there are none. */
export function writeHandedBack(page: Page, { retry, review }: ResultsReport): void {
  const line = (file: HandedBackFile | null | undefined, text: typeof retryText): void => {
    if (file === null || file === undefined) return;
    const look = file.file === null ? BAD : GOOD;
    page.line([over(FIRST, LAST, text(file), look)], 22);
  };
  if ((retry ?? review ?? null) !== null) page.gap(6);
  line(retry, retryText);
  line(review, reviewText);
}

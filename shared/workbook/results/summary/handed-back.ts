import { inARow, tell } from '../../../phrases/phrase.ts';
import { SHEETS } from '../../../phrases/sheet-phrases.ts';
import { BESIDE } from '../../../phrases/summary-phrases.ts';
import type { Language } from '../../../reasons/entry.ts';
import type { HandedBackFile, ResultsReport } from '../results-report.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST } from '../../sheet/page-styles.ts';
import { TONES } from '../../sheet/palette.ts';
import { style } from '../../sheet/styles.ts';

const GOOD = style({ ...TONES.neutral, bold: true, middle: true, wrap: true, indent: 1 });
const BAD = style({ ...TONES.bad, middle: true, wrap: true, indent: 1 });

function retryText({ file, rows, asked }: HandedBackFile, language: Language): string {
  if (file === null) return tell(BESIDE.noRetry, language, { rows });
  const kept = rows - asked;
  const which = [
    asked === 0 ? '' : tell(BESIDE.asked, language, { rows: asked }),
    kept === 0 ? '' : tell(BESIDE.kept, language, { rows: kept }),
  ];
  return tell(BESIDE.retry, language, { file, rows, which: inARow(which, language, 'parts') });
}

function reviewText({ file, rows }: HandedBackFile, language: Language): string {
  return file === null
    ? tell(BESIDE.noReview, language, { rows, sheet: SHEETS.needsAction[language] })
    : tell(BESIDE.review, language, { file, rows });
}

/** Says which files lie beside the results, and what is in them; nothing where there are none. */
export function writeHandedBack(page: Page, { retry, review }: ResultsReport): void {
  const line = (file: HandedBackFile | null | undefined, text: typeof retryText): void => {
    if (file === null || file === undefined) return;
    const look = file.file === null ? BAD : GOOD;
    page.line([over(FIRST, LAST, text(file, page.language), look)], 22);
  };
  if ((retry ?? review ?? null) !== null) page.gap(6);
  line(retry, retryText);
  line(review, reviewText);
}

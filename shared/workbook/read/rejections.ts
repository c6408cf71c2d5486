import { type Reason, reason } from '../../reasons/reason.ts';
import { HEADINGS, type Meaning } from './headings.ts';

/** Some English and Chinese headings that would do for a column. */
function examples(meaning: Meaning): string {
  return HEADINGS[meaning]
    .slice(0, 4)
    .map((name) => `"${name}"`)
    .join(', ');
}

/** Why a file is not read: one plain sentence each, which says how to save it right. */
export const REJECTIONS = {
  empty: reason('file-empty'),
  nothing: reason('file-without-content'),
  hidden: reason('sheets-hidden'),
  locked: reason('file-protected'),
  old: reason('old-excel-format'),
  binary: reason('binary-excel-format'),
  openDocument: reason('open-document-format'),
  webPage: reason('web-page'),
  noWorkbook: reason('no-workbook'),
  broken: reason('file-broken'),
  damaged: reason('file-damaged'),
  tooLarge: reason('file-too-large'),
  tooMuch: reason('too-much-in-cells'),
  encoding: reason('text-encoding'),
  quotes: reason('unpaired-quotation-mark'),
  farAway: (cell: string): Reason => reason('content-far-away', { cell }),
  tooManyLines: (lines: number, most: number): Reason =>
    reason('too-many-lines', { lines: String(lines), most: String(most) }),
  noId: reason('no-id-column', { headings: examples('id') }),
  noExpiry: (sheet: string): Reason =>
    reason('no-expiry-column', { sheet, headings: examples('expiry') }),
  noPrice: (sheet: string): Reason =>
    reason('no-price-column', {
      sheet,
      discounted: examples('discountedPrice'),
      list: examples('listPrice'),
    }),
  twice: (sheet: string, heading: string): Reason => reason('heading-twice', { sheet, heading }),
  noRows: reason('no-rows'),
  tooManyRows: (rows: number, most: number): Reason =>
    reason('too-many-rows', { rows: String(rows), most: String(most) }),
  tooDear: (sum: string, most: string, currency: string): Reason =>
    reason('sum-above-limit', { sum, most, currency }),
} as const;

/** A rejection in the shape of a reading. */
export function rejection(why: Reason): { readonly kind: 'rejected'; readonly reason: Reason } {
  return { kind: 'rejected', reason: why };
}

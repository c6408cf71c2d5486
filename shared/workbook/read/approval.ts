import type { Cell } from '../../jobs/quote.ts';
import { cellText } from './sheet-table.ts';

/**
 * All that counts as a yes. Kept short on purpose: an x or a tick in brackets may as well strike a
 * row out, and what is not in this list is a no.
 */
const YES = new Set([
  'yes',
  'y',
  'true',
  'approved',
  'ok',
  '1',
  '✓',
  '✔',
  '√',
  '☑',
  '是',
  '批准',
  '同意',
  '已批准',
]);

/** Whether an Approved cell says yes in so many words; blank and everything else says no. */
export function saysYes(cell: Cell): boolean {
  // U+FE0F asks for the coloured shape of a tick and changes nothing else.
  const text = cellText(cell).normalize('NFKC').replaceAll('\uFE0F', '').trim().toLowerCase();
  return YES.has(text);
}

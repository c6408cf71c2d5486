import { headingMeaning } from './heading-key.ts';
import { cellText, type SheetRow } from './sheet-table.ts';

/** What stands beside the table about the quote as a whole. */
export interface Labels {
  readonly approvedBy: string | null;
  readonly reference: string | null;
}

const LABEL = /^([^:]{1,40}?)\s*:\s*(.*)$/su;

function isLabel(text: string, meaning: 'approvedBy' | 'reference'): boolean {
  return headingMeaning(text)?.meaning === meaning;
}

/** The value that a row gives: "Approved by: Jane Doe" in one cell, or in a cell and the next one. */
function labelled(row: SheetRow, meaning: 'approvedBy' | 'reference'): string | null {
  const texts = row.cells.map((cell) => cellText(cell).normalize('NFKC')).filter((t) => t !== '');
  for (const [index, text] of texts.entries()) {
    const [, label = text, inside = ''] = LABEL.exec(text) ?? [];
    if (!isLabel(label, meaning)) continue;
    const found = inside !== '' ? inside : texts[index + 1];
    if (found !== undefined && found !== '') return found.slice(0, 200);
  }
  return null;
}

/** Whether the row is there for a label, not for a resource. */
export function isLabelRow(row: SheetRow): boolean {
  return labelled(row, 'approvedBy') !== null || labelled(row, 'reference') !== null;
}

/** Looks through rows outside the table for who approved the quote and its reference. */
export function readLabels(rows: Iterable<SheetRow>): Labels {
  let approvedBy: string | null = null;
  let reference: string | null = null;
  for (const row of rows) {
    approvedBy ??= labelled(row, 'approvedBy');
    reference ??= labelled(row, 'reference');
  }
  return { approvedBy, reference };
}

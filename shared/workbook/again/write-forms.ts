import type { QuoteReading } from '../../jobs/quote.ts';
import type { AddedColumn } from '../results/row-columns.ts';
import type { AgainRow, AgainRows } from './again-row.ts';
import type { Form } from './form.ts';
import { ownForm } from './own-form.ts';
import { plainForm } from './plain-form.ts';

/** Reads a file as one that is dropped. */
export type ReadBack = (bytes: Uint8Array) => Promise<QuoteReading>;

/** Raised where no way of writing rows is read as what they are: then they are not handed back. */
export class NotReadAsMeant extends Error {
  override readonly name = 'NotReadAsMeant';
}

/** How a file of rows is written, read back and judged. */
export interface Writing<Row extends AgainRow> {
  /** Columns of ours in front of all. */
  readonly first?: readonly AddedColumn<Row>[];
  readonly write: (form: Form<Row>) => Promise<Uint8Array>;
  readonly read: ReadBack;
  readonly isMeant: (reading: QuoteReading) => boolean;
}

/**
 * Writes rows in the first form that is read back as what they are: the uploader's own columns, else
 * those of an exported quote. What is handed back may be dropped as it is, and pays: so nothing that
 * reads otherwise is ever handed back. Throws {@link NotReadAsMeant} where no form will do.
 */
export async function writeForms<Row extends AgainRow>(
  again: AgainRows<Row>,
  { first = [], write, read, isMeant }: Writing<Row>,
): Promise<Uint8Array> {
  const forms = [
    () => ownForm(again, first),
    () => plainForm(again, 'with others', first),
    () => plainForm(again, 'alone', first),
  ];
  for (const make of forms) {
    const form = make();
    if (form === null) continue;
    const bytes = await write(form);
    if (isMeant(await read(bytes))) return bytes;
  }
  throw new NotReadAsMeant(`${again.rows.length} rows are read as others in every form`);
}

import type { Cell } from '../../jobs/quote.ts';
import type { ProviderTraits } from '../../renewal/traits.ts';
import { characterReason, idText } from './characters.ts';
import { cellText } from './sheet-table.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';

/** An id, and the name where one cell holds both. */
export interface IdReading {
  readonly id: string;
  readonly name: string | null;
}

type IsName = NonNullable<ProviderTraits['isName']>;

const SPOILT = reason('id-turned-into-number');
const LONGEST = 128;
/** Quotes, brackets and what divides values: no id of a provider has them. */
const DIVIDING = /["'`()[\]{}<>,;|\\/&=?*%!$^]/u;

function readNumber(number: number, format: string | null): FieldReading<IdReading> {
  const whole = Number.isInteger(number) && number >= 0 && number < 1e15;
  // A format such as 00000000 shows zeros that are not in the number: the id would be another one.
  const padded = format !== null && /^0{2,}$/u.test(format);
  return whole && !padded ? value({ id: String(number), name: null }) : problem(SPOILT);
}

function readText(text: string, twoValues: boolean, isName: IsName): FieldReading<IdReading> {
  const lines = twoValues
    ? text
        .split(/\r\n|[\r\n]/u)
        .map((line) => idText(line).id)
        .filter((line) => line !== '')
    : [idText(text).id];
  const id = lines.at(-1) ?? '';
  if (id === '') return { kind: 'empty' };
  if (/^\d(?:\.\d+)?E\+\d+$/iu.test(id)) return problem(SPOILT);
  const { odd } = idText(id);
  if (odd !== null && !isName(id)) return problem(characterReason(id, odd));
  const dividing = DIVIDING.exec(id)?.[0];
  if (dividing !== undefined) {
    return problem(characterReason(id, { word: null, character: dividing }));
  }
  if (id.length > LONGEST) return problem(reason('id-too-long', { cell: shortened(id) }));
  return value({ id, name: lines.length > 1 ? lines.slice(0, -1).join(' ') : null });
}

/**
 * Reads a resource id as text. `twoValues` is for cells that hold a name and, on the last line, the
 * id. A number counts only as a whole one of at most 15 digits, which is all a spreadsheet keeps.
 * `isName`: what is an id although it is not written in plain letters.
 */
export function readId(
  cell: Cell,
  twoValues: boolean,
  isName: IsName = () => false,
): FieldReading<IdReading> {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'text':
      return readText(cell.text, twoValues, isName);
    case 'number':
      return readNumber(cell.number, cell.format);
    case 'date':
    case 'boolean':
      return problem(reason('no-resource-id', { cell: shortened(cellText(cell)) }));
  }
}

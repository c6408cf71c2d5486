import type { Cell } from '../../jobs/quote.ts';
import type { Reason } from '../../reasons/reason.ts';

/** A cell's meaning, or nothing in it, or why it has none. */
export type FieldReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'empty' }
  /** Why the cell cannot be used. */
  | { readonly kind: 'problem'; readonly reason: Reason };

/** A reading that went well. */
export function value<T>(read: T): FieldReading<T> {
  return { kind: 'value', value: read };
}

/** A reading that did not. */
export function problem(why: Reason): { readonly kind: 'problem'; readonly reason: Reason } {
  return { kind: 'problem', reason: why };
}

const ERRORS = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/u;

/** A formula error such as #N/A that the cell shows instead of a value, or null. */
export function shownError(cell: Cell): string | null {
  return cell.kind === 'text' ? (ERRORS.exec(cell.text.trim())?.[0] ?? null) : null;
}

/** A cell's text for a sentence, in one line of at most 60 characters. */
export function shortened(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 57)}...` : flat;
}

import type { Cell } from '../../jobs/quote.ts';

/** Why a cell cannot be used, and what to do about it: one sentence each. */
export interface Problem {
  readonly reason: string;
  readonly advice: string;
}

/** A cell's meaning, or nothing in it, or why it has none. */
export type FieldReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'problem' } & Problem);

/** A reading that went well. */
export function value<T>(read: T): FieldReading<T> {
  return { kind: 'value', value: read };
}

/** A reading that did not. */
export function problem(reason: string, advice: string): { readonly kind: 'problem' } & Problem {
  return { kind: 'problem', reason, advice };
}

const ERRORS = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/u;

/** A formula error such as #N/A that the cell shows instead of a value, or null. */
export function shownError(cell: Cell): string | null {
  return cell.kind === 'text' ? (ERRORS.exec(cell.text.trim())?.[0] ?? null) : null;
}

/** A cell's text in quotation marks for a sentence, shortened to 60 characters. */
export function quoted(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return `"${flat.length > 60 ? `${flat.slice(0, 57)}...` : flat}"`;
}

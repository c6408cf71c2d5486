import type { ReasonId } from './catalogue.ts';
import type { CompoundId, PlainId, SimpleId, ValueNames } from './placeholders.ts';

/**
 * Why something is as it is, as data: the id of a text in the catalogue with what is filled in. This
 * is what is stored and sent; `say` makes sentences of it where people read them.
 */
export interface Reason {
  readonly id: ReasonId;
  /**
   * Displayed pieces such as an amount, a date, an order's id; never a sentence, but for a
   * provider's own words. `code`, the provider's own one, may be among those of any reason.
   */
  readonly values: Readonly<Record<string, string>>;
  /** Other reasons that this one takes up. */
  readonly parts?: readonly Reason[] | undefined;
}

type ValuesOf<Id extends ReasonId> = Readonly<Record<ValueNames<Id>, string>>;

/** A reason, with exactly the values that its text demands. */
export function reason(id: PlainId): Reason;
export function reason<Id extends Exclude<SimpleId, PlainId>>(id: Id, values: ValuesOf<Id>): Reason;
export function reason(id: ReasonId, values: Readonly<Record<string, string>> = {}): Reason {
  return { id, values };
}

/** A reason that takes up others, in the order in which its text names them. */
export function compoundReason<Id extends CompoundId>(
  id: Id,
  values: ValuesOf<Id>,
  parts: readonly Reason[],
): Reason {
  return { id, values, parts };
}

/** A text from before reasons had ids, or one that a person wrote. */
export function asTold(text: string, advice = ''): Reason {
  return { id: 'as-told', values: { reason: text, advice } };
}

/** The reason with the provider's own code, which is said last where all of it is said. */
export function withCode(known: Reason, code: string): Reason {
  return alsoWith(known, { code });
}

/** The reason with values besides that its texts do not fill in, for whoever reads it otherwise. */
export function alsoWith(known: Reason, values: Reason['values']): Reason {
  return { ...known, values: { ...known.values, ...values } };
}

/** Whether two reasons are the same with the same values. */
export function isSameReason(a: Reason, b: Reason): boolean {
  const names = new Set([...Object.keys(a.values), ...Object.keys(b.values)]);
  const [left, right] = [a.parts ?? [], b.parts ?? []];
  return (
    a.id === b.id &&
    [...names].every((name) => a.values[name] === b.values[name]) &&
    left.length === right.length &&
    left.every((part, index) => isSameReason(part, right[index]!))
  );
}

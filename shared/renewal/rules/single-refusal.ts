import type { Journal } from '../journal.ts';
import type { RefusalNote } from '../notes.ts';

/** What refusals of renew calls for one id alone make of its row. */
export type AfterRefusal =
  | { readonly kind: 'order' }
  /** Ordered again, but not before then (epoch milliseconds). */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'give up'; readonly refusal: RefusalNote };

/** How long a busy resource or order is left alone before its second call. */
const LATER_MS = 60_000;

/** A resource that is busy is ordered once more later; any other refusal of it alone ends its row. */
export function afterRefusals(journal: Journal, index: number, now: number): AfterRefusal {
  const refusals = journal.parts.flatMap(({ rows, attempt }) =>
    rows.length === 1 &&
    rows[0] === index &&
    (attempt.kind === 'busy' || attempt.kind === 'refused alone')
      ? [attempt]
      : [],
  );
  const last = refusals.at(-1);
  if (last === undefined) return { kind: 'order' };
  const { at, refusal } = last;
  if (last.kind === 'refused alone' || refusals.length > 1) return { kind: 'give up', refusal };
  return now < at + LATER_MS ? { kind: 'wait', until: at + LATER_MS } : { kind: 'order' };
}

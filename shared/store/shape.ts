/**
 * The forms of stored items that this release writes, and the newest it can read. Raised by a
 * release whose items an older one must not touch, because it would act on them wrongly. A field
 * that an older one may leave alone raises nothing: it is kept through whatever that one writes.
 */
export const SHAPES = { job: 1, journal: 1, account: 1, memory: 1 } as const;

/** Raised for an item that a newer release wrote: whoever comes upon it stops before it acts. */
export class NewerShape extends Error {
  override readonly name = 'NewerShape';
}

/**
 * The stored item without what is the table's own. Throws {@link NewerShape} for one in a form that
 * this release does not know; items from before forms were counted are the oldest.
 */
export function readStored(
  kind: keyof typeof SHAPES,
  item: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { shape = 0, pk, sk, expiresAt: _, ...stored } = item;
  if (typeof shape === 'number' && shape <= SHAPES[kind]) return stored;
  throw new NewerShape(
    `The item ${String(pk)} ${String(sk)} was written by a newer release (form ${String(shape)}, known is ${SHAPES[kind]}): deploy that release again.`,
  );
}

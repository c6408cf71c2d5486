/**
 * Acts on one after the other, also after one at which it failed, and only then throws the first
 * fault: what goes wrong with one must not keep the others from their turn.
 */
export async function eachToItsEnd<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) {
    const [end] = await Promise.allSettled([act(item)]);
    if (end.status === 'rejected') faults.push(end.reason);
  }
  if (faults.length > 0) throw faults[0];
}

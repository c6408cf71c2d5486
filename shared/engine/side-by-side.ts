/**
 * Acts on all at the same time and waits for the end of every one, also after one has failed; then
 * throws the first fault. A function whose run is over is frozen, not ended: a call that still waits
 * for its turn then would be sent whenever the function is thawed, long after its lease.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const ends = await Promise.allSettled(items.map(act));
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}

/** How many letters must be changed, added or removed to make `a` of `b`. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/**
 * The one of `known` that `word` was most likely meant to be, letter case aside; the first of
 * equally near ones. Null for an empty list.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const far = (name: string): number => distance(word.toLowerCase(), name.toLowerCase());
  return known.reduce<string | null>(
    (best, name) => (best === null || far(name) < far(best) ? name : best),
    null,
  );
}

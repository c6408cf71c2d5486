/** Texts beyond these are read anew each time: a column of ten thousand names must not be kept. */
const MOST = 2_000;

/**
 * The same function, remembering what it said of a text: the cells of a column say the same few
 * things again and again. For pure functions only; what is kept is bounded.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (text.length <= 60) {
      if (known.size >= MOST) known.clear();
      known.set(text, made);
    }
    return made;
  };
}

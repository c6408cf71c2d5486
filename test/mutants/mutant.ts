/** One small mistake in a money rule, and the tests that must notice it. */
export interface Mutant {
  /** What goes wrong, in plain words; no two have the same. */
  readonly name: string;
  /** The money rule that it breaks, as the rules number them. */
  readonly rule: number;
  /** From the project's folder. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Test files from the project's folder; one test that fails is enough. */
  readonly tests: readonly string[];
}

/** Why a mutant does not fit the code of today; null where it does. */
export function misfit({ file, find, replace }: Mutant, text: string): string | null {
  const places = text.split(find).length - 1;
  if (places !== 1) return `what is to be replaced stands ${places} times in ${file}`;
  return find === replace ? 'it changes nothing' : null;
}

/** The file with the mistake in it. */
export function withMistake({ find, replace }: Mutant, text: string): string {
  // A function, since a text would be read for signs such as `$&`.
  return text.replace(find, () => replace);
}

/** The languages in which reasons are said. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Why, in one sentence, and what to do next: another one, or empty where nothing is to be done. */
export interface Said {
  readonly reason: string;
  readonly advice: string;
}

/**
 * The texts of one reason. In braces stands what is filled in:
 *
 * - `{order}`: the value of that name, as it is.
 * - `{rows|row|rows}`: the first word where the value `rows` is 1, else the second one.
 * - `{what:words}`: ids of words (see `words.ts`), divided by spaces, as words of the language.
 * - `{first.reason}`, `{first.advice}`, `{first.whole}`, the same with `second`: another reason that
 *   this one takes up. `{all.reason}` and `{all.advice}`: all of them, the same advice once.
 *
 * Both languages fill in the same.
 */
export type Entry = Readonly<Record<Language, Said>>;

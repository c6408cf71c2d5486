/** The counts for which every sentence is to be right. */
export const COUNTS = [0, 1, 2, 1000] as const;

const NOUNS =
  'row|resource|order|entry|line|column|file|day|month|year|charge|id|cell|sheet|chunk|reason';
const MANY = NOUNS.replace('entry', 'entrie')
  .split('|')
  .map((noun) => `${noun}s`)
  .join('|');
/** Verbs as one row does them, and as several do. */
const ONE_DOES = 'has|waits|costs|keeps|needs|is|was|expires|says|differs';
const MANY_DO = 'have|wait|cost|keep|need|are|were|expire|say|differ';
/** What may stand between a count and its noun. */
const BETWEEN = String.raw`(?:(?:renewed|held|more|earlier|open|other|open|of the) )*`;

const WRONG: readonly RegExp[] = [
  // "1 rows", "0 row", "1,000 row".
  new RegExp(String.raw`(?<![\d,.])1 ${BETWEEN}(?:${MANY})\b`, 'u'),
  new RegExp(String.raw`(?:(?<![\d,.])[02]|\d,\d{3}|\d{2,}) ${BETWEEN}(?:${NOUNS})\b`, 'u'),
  // "1 row wait", "2 rows waits".
  new RegExp(
    String.raw`(?<!\b(?:of|for) )(?<![\d,.])1 ${BETWEEN}(?:(?:${NOUNS}) (?:that )?)?(?:${MANY_DO})\b`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\b(?:of|for) )(?:(?<![\d,.])[02]|\d,\d{3}) ${BETWEEN}(?:(?:${MANY}) (?:that )?)?(?:${ONE_DOES})\b`,
    'u',
  ),
  // A count without its thousands apart, and what nothing was filled in for.
  /(?<![\d.])1000(?!\d)/u,
  /[{}]|undefined|NaN/u,
];

/** What is wrong in a sentence about this number; null where nothing is. */
export function wrongNumber(sentence: string): string | null {
  const found = WRONG.map((pattern) => pattern.exec(sentence)?.[0]).find(
    (one) => one !== undefined,
  );
  return found === undefined ? null : `"${found}" in: ${sentence}`;
}

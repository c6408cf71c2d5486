import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { type Phrase, tell } from '../../../shared/phrases/phrase.ts';
import { LANGUAGES } from '../../../shared/reasons/entry.ts';
import { COUNTS, wrongNumber } from '../../support/grammar.ts';
import { filesBelow, PROJECT } from '../../support/imports-of.ts';

/** Every phrase by where it stands. */
const PHRASES: readonly (readonly [string, Phrase])[] = (
  await Promise.all(
    filesBelow('shared/phrases').map(
      async (file) => (await import(posix.join(PROJECT, file))) as Record<string, unknown>,
    ),
  )
).flatMap((module) =>
  Object.entries(module).flatMap(([catalogue, phrases]) =>
    typeof phrases === 'object' && phrases !== null
      ? Object.entries(phrases as Record<string, Phrase>).map(
          ([id, phrase]) => [`${catalogue}.${id}`, phrase] as const,
        )
      : [],
  ),
);

const IN_BRACES = /\{([^{}|]+)(\|[^{}]*)?\}/gu;
/** What is filled in as a count: whatever a word follows, and what is called one. */
const COUNTED = /^(?:rows|count|days|more|number|of|kept|orders|renew|renewed|review|place|all)$/u;

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(IN_BRACES)].map(([, name]) => name!))].toSorted();
}

/** The phrase with so many of everything that is counted, in each language. */
function told(phrase: Phrase, count: number): string[] {
  const values = Object.fromEntries(
    namesIn(phrase.en + phrase.zh).map((name) => [name, COUNTED.test(name) ? count : 'X']),
  );
  return LANGUAGES.map((language) =>
    tell<Record<'en' | 'zh', `{${string}}`>>(phrase as never, language, values as never),
  );
}

/** Words of the program's insides, which nobody should have to know. */
const INNER =
  /\b(?:chunk|journal|lease|epoch|seal(?:ed)?|nonce|rung|ladder|orphan|parked|intent|tick)s?\b/iu;

test('phrases fill in the same in both languages, and the Chinese ones have no plurals', () => {
  const differing = PHRASES.filter(
    ([, { en, zh }]) => namesIn(en).join() !== namesIn(zh).join(),
  ).map(([id]) => id);

  expect(PHRASES.length).toBeGreaterThan(300);
  // Where the Chinese sentence needs no number, as "rows 4, 5" instead of "lines".
  expect(differing).toEqual(['NEEDS.lines', 'NEEDS.linesAndMore']);
  expect(PHRASES.filter(([, { zh }]) => zh.includes('|'))).toEqual([]);
});

test.each(COUNTS)('every phrase is right for %i', (count) => {
  const wrong = PHRASES.flatMap(([id, phrase]) =>
    told(phrase, count).flatMap((text) => {
      const found = wrongNumber(text);
      return found === null ? [] : [`${id}: ${found}`];
    }),
  );

  expect(wrong).toEqual([]);
});

test('the words for numbers tell right from wrong', () => {
  const wrong = [
    '1 rows wait for a yes',
    '2 row waits',
    '1,000 row',
    '0 row',
    '2 rows waits',
    '1 row wait',
    '1 renewed rows',
    '1000 rows',
  ];
  const right = [
    '1 row waits',
    '2 rows wait',
    '1,000 rows',
    '11 rows have',
    '0 rows',
    '1 of 2 rows',
  ];

  expect(wrong.filter((text) => wrongNumber(text) === null)).toEqual([]);
  expect(right.filter((text) => wrongNumber(text) !== null)).toEqual([]);
});

/** What is written alike in both languages, such as the notation of a format or a mere joint. */
const ALIKE = /^(?:by |[^\p{L}])*(?:\{[a-z]+\}[^\p{L}]*)*$|^\[=1\]/u;

test('no phrase has an inner word, and every one is in its language', () => {
  const inner = PHRASES.filter(([, { en }]) => INNER.test(en)).map(([id]) => id);
  const notChinese = PHRASES.filter(
    ([, { en, zh }]) => !/\p{Script=Han}/u.test(zh) && !ALIKE.test(en),
  ).map(([id]) => id);
  const marks = PHRASES.filter(([, { zh }]) =>
    /\p{Script=Han}[,;:!?.](?!\S*[a-z/])|[,;:!?]\p{Script=Han}/u.test(
      zh.replaceAll(/"[^"]*"/gu, ''),
    ),
  ).map(([id]) => id);

  expect(inner).toEqual([]);
  expect(notChinese).toEqual([]);
  expect(marks).toEqual([]);
});

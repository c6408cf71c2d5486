import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, REASON_IDS, type ReasonId } from '../../../shared/reasons/catalogue.ts';
import { type Entry, type Language, LANGUAGES, type Said } from '../../../shared/reasons/entry.ts';
import type { Reason } from '../../../shared/reasons/reason.ts';
import { canBeSaid, say, sayWhole } from '../../../shared/reasons/say.ts';
import { WORDS } from '../../../shared/reasons/words.ts';
import { COUNTS, wrongNumber } from '../../support/grammar.ts';
import { filesBelow, PROJECT } from '../../support/imports-of.ts';

const IN_BRACES = /\{([^{}]+)\}/gu;

function textsOf(id: ReasonId, language: Language): Said {
  return (CATALOGUE[id] as Entry)[language];
}

function inBraces(id: ReasonId, language: Language): string[] {
  const { reason, advice } = textsOf(id, language);
  return [...`${reason} ${advice}`.matchAll(IN_BRACES)].map(([, inside]) => inside!);
}

/** The names of what a text fills in; a plural needs its count besides in no language. */
function namesIn(id: ReasonId, language: Language): string[] {
  const names = inBraces(id, language).map((inside) => inside.replace(/[|:].*$/u, ''));
  return [...new Set(names)].toSorted();
}

/** The reason with something in every place; counts are as given. */
function filled(id: ReasonId, count = '3'): Reason {
  const inside = inBraces(id, 'en');
  const values = inside
    .filter((one) => !one.includes('.'))
    .map((one) => {
      const [name = '', kind = ''] = one.split(/[|:]/u);
      const counted = inside.some((other) => other.startsWith(`${name}|`));
      return [name, kind === 'words' ? 'price term' : counted ? count : 'X1'] as const;
    });
  const plain: Reason = { id: 'renewed', values: {} };
  return { id, values: Object.fromEntries(values), parts: [plain, plain] };
}

/** What other reasons are said in: they end as those do. */
const COMPOUND = REASON_IDS.filter((id) => inBraces(id, 'en').some((one) => one.includes('.')));
const OWN = REASON_IDS.filter((id) => id !== 'as-told' && !COMPOUND.includes(id));

/** Words of the program's insides, which nobody should have to know. */
const INNER =
  /\b(?:chunk|journal|lease|epoch|seal(?:ed)?|nonce|rung|ladder|orphan|parked|intent|queue|lambda|tick)s?\b/iu;

describe.each(REASON_IDS)('%s', (id) => {
  test('is said in both languages, and nothing is left in braces', () => {
    for (const language of LANGUAGES) {
      expect(canBeSaid(filled(id))).toBe(true);
      expect(sayWhole(filled(id), language)).not.toMatch(/[{}]|undefined/u);
      expect(say(filled(id), language).reason).not.toBe('');
    }
  });

  test('fills in the same in both languages, and is advised in both or in none', () => {
    expect(namesIn(id, 'zh')).toEqual(namesIn(id, 'en'));
    expect(textsOf(id, 'zh').advice === '').toBe(textsOf(id, 'en').advice === '');
  });
});

describe.each(OWN)('%s', (id) => {
  test('is one plain English sentence, with whole ones as its advice', () => {
    const { reason, advice } = textsOf(id, 'en');

    expect(reason).toMatch(/^(?:[A-Z]|"\{).*\.$/u);
    expect(reason).not.toMatch(/[.!?] [A-Z]/u);
    expect(advice).toMatch(/^(?:|[A-Z].*[.?])$/u);
    expect(`${reason} ${advice}`).not.toMatch(INNER);
  });

  test('calls nobody where there is nothing to do: whoever is advised has to act', () => {
    expect(textsOf(id, 'en').advice).not.toMatch(/^Nothing to do\./u);
    expect(textsOf(id, 'zh').advice).not.toMatch(/^无需操作。/u);
  });

  test('is one Chinese sentence, with Chinese marks', () => {
    const { reason, advice } = textsOf(id, 'zh');

    expect(reason).toMatch(/\p{Script=Han}.*。$/u);
    expect(reason.slice(0, -1)).not.toContain('。');
    expect(advice).toMatch(/^(?:|.*\p{Script=Han}.*。)$/u);
    expect(`${reason}${advice}`).not.toMatch(/\p{Script=Han}[,;:!?.]|[,;:!?]\p{Script=Han}/u);
  });
});

const COUNTED = REASON_IDS.flatMap((id) =>
  inBraces(id, 'en').flatMap((inside) => {
    const [name = '', one, many] = inside.split('|');
    return one === undefined || many === undefined ? [] : [[id, name, one, many] as const];
  }),
);

test.each(COUNTED)('%s is right for one and for several: %s', (id, _, one, many) => {
  const { reason } = say(filled(id, '1'), 'en');

  expect(reason).toMatch(new RegExp(String.raw`\b1 ${one}\b`, 'u'));
  expect(say(filled(id, '3'), 'en').reason).toMatch(new RegExp(String.raw`\b3 ${many}\b`, 'u'));
  expect(say(filled(id, '11'), 'en').reason).toMatch(new RegExp(String.raw`\b11 ${many}\b`, 'u'));
});

test.each(COUNTS)('no sentence is wrong for %i, in any language', (count) => {
  const wrong = REASON_IDS.flatMap((id) =>
    LANGUAGES.flatMap(
      (language) => wrongNumber(sayWhole(filled(id, String(count)), language)) ?? [],
    ),
  );

  expect(wrong).toEqual([]);
});

test('a count never stands before a word that does not follow it', () => {
  const wrong = REASON_IDS.filter((id) =>
    /\{(?:rows|lines|months|years|count)\} (?!\{)/u.test(textsOf(id, 'en').reason),
  );

  expect(wrong).toEqual([]);
  expect(COUNTED.length).toBeGreaterThan(4);
});

/** Ids that nothing gives any more: stored items still have them. */
const RETIRED: ReadonlySet<ReasonId> = new Set<ReasonId>(['as-told', 'id-with-odd-character']);

test('every id is used somewhere, or listed as retired', () => {
  const files = ['shared', 'functions', 'infra']
    .flatMap(filesBelow)
    .filter((file) => !file.startsWith('shared/reasons/'))
    .map((file) => readFileSync(posix.join(PROJECT, file), 'utf8'));
  const sources = files.join('\n');
  const unused = REASON_IDS.filter((id) => !RETIRED.has(id) && !sources.includes(`'${id}'`));

  expect(unused).toEqual([]);
  expect(sources).toContain('asTold(');
});

test('every word has a Chinese one', () => {
  for (const { en, zh } of Object.values(WORDS)) {
    expect(en).toMatch(/^[a-z ]+$/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});

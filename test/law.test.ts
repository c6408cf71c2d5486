import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Citation,
  citationsIn,
  citationsOf,
  headingsOf,
  textsBelow,
} from './support/citations-in.ts';
import { PROJECT } from './support/imports-of.ts';

/** Where the law stands. */
const MONEY_RULES = 'shared/renewal/money-rules.md';
const VOCABULARY = 'shared/renewal/vocabulary.md';
/** By the provider's name, as it stands before "contract" and in the paths of its files. */
const CONTRACTS = new Map([
  ['huawei', 'shared/providers/huawei/contract.md'],
  ['alibaba', 'shared/providers/alibaba/contract.md'],
]);

/** What may cite it. */
const CODE = ['shared', 'functions', 'infra', 'test'];
const PAGES = [...CODE, '.github'];
const README = 'README.md';

const DOCUMENTS = [MONEY_RULES, VOCABULARY, ...CONTRACTS.values()];
const headings = new Map(DOCUMENTS.map((document) => [document, headingsOf(document)]));

const sources = CODE.flatMap((folder) => textsBelow(folder, '.ts'));
const pages = [...PAGES.flatMap((folder) => textsBelow(folder, '.md')), README];
const everything = [...sources, ...pages].flatMap(citationsIn);

/** The document that a citation means; null where it means none of the law. */
function documentOf({ of, at }: Citation): string | null {
  const [file = ''] = at.split(':');
  const word = of.toLowerCase();
  if (word === 'money rule') return MONEY_RULES;
  if (word === 'vocabulary') return VOCABULARY;
  if (word === 'design') return null;
  // A name has a capital: "its contract" and "The contract" are the provider's that is nearby.
  const named = /^(?!The )([A-Z]\w*) contract$/u.exec(of)?.[1]?.toLowerCase();
  if (named !== undefined) return CONTRACTS.get(named) ?? `no ${named} contract`;
  if (word === '' && file.endsWith('.md')) return DOCUMENTS.includes(file) ? file : null;
  const [only] = CONTRACTS.values();
  const nearby = [...CONTRACTS].find(([provider]) => file.includes(provider));
  return nearby?.[1] ?? only ?? null;
}

/** Citations that lead nowhere, one readable line each. */
function unresolved(citations: readonly Citation[]): string[] {
  return citations.flatMap((citation) => {
    const document = documentOf(citation);
    if (document === null) return [];
    const known = headings.get(document)?.includes(citation.number) ?? false;
    return known ? [] : [`${citation.at} "${citation.text}": no ${citation.number} in ${document}`];
  });
}

describe('the law', () => {
  test('has twelve money rules, in order', () => {
    expect(headings.get(MONEY_RULES)).toEqual(
      Array.from({ length: 12 }, (_, index) => String(index + 1)),
    );
  });

  test.each(DOCUMENTS)('has each number of %s once', (document) => {
    const numbers = headings.get(document)!;

    expect(numbers.length).toBeGreaterThan(5);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('is cited where it can be found', () => {
    expect(everything.length).toBeGreaterThan(150);
    expect(unresolved(everything)).toEqual([]);
  });

  test('is in the house: no comment cites a design that is not', () => {
    const cited = everything.filter(({ of }) => of.toLowerCase() === 'design');

    expect(cited.map(({ at, text }) => `${at} "${text}"`)).toEqual([]);
  });

  test("names sections of the contract in the providers' error tables", () => {
    const cited = sources
      .filter((file) => [...CONTRACTS.keys()].some((name) => file.includes(`providers/${name}/`)))
      .flatMap(sectionFields);

    expect(cited.length).toBeGreaterThan(20);
    expect(unresolved(cited)).toEqual([]);
  });

  test('links to pages that exist', () => {
    const broken = DOCUMENTS.flatMap((document) =>
      [...read(document).matchAll(/\]\(([^)#:]+)\)/gu)]
        .map(([, link]) => posix.join(posix.dirname(document), link!))
        .filter((target) => !existsSync(posix.join(PROJECT, target)))
        .map((target) => `${document} links to ${target}`),
    );

    expect(broken).toEqual([]);
  });
});

/** Where an error table says `section: '1.2, 12'`, as citations. */
function sectionFields(file: string): Citation[] {
  return read(file)
    .split('\n')
    .flatMap((line, index) => {
      const [, list = ''] = /^\s*section: '([\d., ]+)'/u.exec(line) ?? [];
      const numbers = list === '' ? [] : list.split(',');
      return numbers.map((number) => ({
        at: `${file}:${index + 1}`,
        text: line.trim(),
        of: 'contract',
        number: number.trim(),
      }));
    });
}

function read(file: string): string {
  return readFileSync(posix.join(PROJECT, file), 'utf8');
}

/** Citations in the comments of some code, as "money rule 3". */
function numbersIn(code: string): string[] {
  return citationsOf('a.ts', code).map(({ of, number }) => `${of} ${number}`.trim());
}

describe('a citation', () => {
  test.each([
    ['// (money rule 3)', ['money rule 3']],
    ['// money rules 1, 2 and 12', ['money rule 1', 'money rule 2', 'money rule 12']],
    ['/**\n * as it must (money\n * rule 10).\n */', ['money rule 10']],
    ['  // on two lines (money rule\n  // 5).', ['money rule 5']],
    ['/* contract section 1 */', ['contract 1']],
    ['// Huawei contract, sections 1.2 and 3', ['Huawei contract 1.2', 'Huawei contract 3']],
    ['/** (Huawei\n * contract, section 9) */', ['Huawei contract 9']],
    ['// sections 1 to 3', ['1', '2', '3']],
    ['// section 12 of it, and of sections 1.2, 3 and 6', ['12', '1.2', '3', '6']],
    ['// `status` of section 2: frozen; section 0.', ['2', '0']],
    ['// vocabulary, section 6', ['vocabulary 6']],
    ['// design 3 and 8', ['design 3', 'design 8']],
    ['// the order design section 6 gives', ['design 6']],
    ["const url = 'http://host/section 7';", []],
    ['// each of two sections, by design', []],
  ])('is found in %j', (comment, found) => {
    expect(numbersIn(comment)).toEqual(found);
  });

  test('of a number that no heading has is told with file and line', () => {
    const text = 'const a = 1;\n\n/** Never twice\n * (money rule 13; contract section 99.1). */\n';

    expect(unresolved(citationsOf('shared/a.ts', text))).toEqual([
      `shared/a.ts:4 "money rule 13": no 13 in ${MONEY_RULES}`,
      `shared/a.ts:4 "contract section 99.1": no 99.1 in ${CONTRACTS.get('huawei')}`,
    ]);
  });

  test('of a contract that is not here is told as well', () => {
    const lines = unresolved(citationsOf('shared/a.ts', '// (Nimbus contract, section 1)'));

    expect(lines).toEqual([
      'shared/a.ts:1 "Nimbus contract, section 1": no 1 in no nimbus contract',
    ]);
  });

  test('of a bare section in a page is its own matter unless the page is of the law', () => {
    expect(unresolved(citationsOf('README.md', 'see section 99'))).toEqual([]);
    expect(unresolved(citationsOf(VOCABULARY, 'see section 99'))).toHaveLength(1);
  });
});

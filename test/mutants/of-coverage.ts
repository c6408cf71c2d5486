import type { Mutant } from './mutant.ts';

/** Mistakes about the rows that an order covers. */
export const OF_COVERAGE: readonly Mutant[] = [
  {
    name: 'an order is believed to cover its call whatever it costs',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'if (single && clean && isWhole(journal, part, open) && costsAsExpected(part, reading, amount)) {',
    replace: 'if (single && clean && isWhole(journal, part, open)) {',
    tests: ['test/flows/proof-of-coverage.test.ts'],
  },
  {
    name: 'one of several orders is believed to cover the whole call',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'if (!single || open.length === 0) return NOT_PROVEN;',
    replace: 'if (open.length === 0) return NOT_PROVEN;',
    tests: ['test/flows/coverage.test.ts'],
  },
  {
    name: 'an order of which nothing is shown is believed to cover its call',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: `return locked.length > 0 && alone ? { kind: 'proven', rows: locked } : NOT_PROVEN;`,
    replace: `return { kind: 'proven', rows: locked.length > 0 && alone ? locked : part.rows };`,
    tests: ['test/flows/money-orders.test.ts'],
  },
  {
    name: 'after an unclear answer locks prove an order whatever it costs',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'const alone = clean || costs(journal, locked, amount);',
    replace: 'const alone = true;',
    tests: ['test/flows/money-orders.test.ts'],
  },
  {
    name: `a listing with resources of nobody's proves an order`,
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'if (own.length !== under.listed || own.some((index) => !open.includes(index))) return NOT_PROVEN;',
    replace: 'if (own.some((index) => !open.includes(index))) return NOT_PROVEN;',
    tests: ['test/flows/proof-of-coverage.test.ts'],
  },
  {
    name: 'a row that was named as failed is paid along with the others',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'if (own.length !== under.listed || own.some((index) => !open.includes(index))) return NOT_PROVEN;',
    replace: 'if (own.length !== under.listed) return NOT_PROVEN;',
    tests: ['test/flows/proof-of-coverage.test.ts'],
  },
];

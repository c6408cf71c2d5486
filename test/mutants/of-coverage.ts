import type { Mutant } from './mutant.ts';

/** Mistakes about the rows that an order covers. */
export const OF_COVERAGE: readonly Mutant[] = [
  {
    name: 'an order is believed to cover its call whatever it costs',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'if (single && isWhole(journal, part, open) && costs(journal, part.rows, reading, amount)) {',
    replace: 'if (single && isWhole(journal, part, open)) {',
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'one of several orders is believed to cover the whole call',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: `const single = part.orders.length === 1 && part.attempt.kind === 'accepted';`,
    replace: `const single = part.attempt.kind === 'accepted';`,
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'after an unclear answer or a refusal the amount alone proves an order',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: `const single = part.orders.length === 1 && part.attempt.kind === 'accepted';`,
    replace: 'const single = part.orders.length === 1;',
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'an order of which nothing is shown is believed to cover its call',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: `return { kind: 'not proven', rows: exact ? own : whole ? part.rows : null };`,
    replace: `return whole
    ? { kind: 'proven', rows: part.rows }
    : { kind: 'not proven', rows: exact ? own : null };`,
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'a listing proves an order whatever it costs',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: `if (exact && costs(journal, own, reading, amount)) return { kind: 'proven', rows: own };`,
    replace: `if (exact) return { kind: 'proven', rows: own };`,
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: `a listing with resources of nobody's proves an order`,
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'own.length > 0 && own.length === under.listed && own.every((index) => open.includes(index));',
    replace: 'own.length > 0 && own.every((index) => open.includes(index));',
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'a row that was named as failed is paid along with the others',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'own.length > 0 && own.length === under.listed && own.every((index) => open.includes(index));',
    replace: 'own.length > 0 && own.length === under.listed;',
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'prices below the cent make an order of any amount near their sum',
    rule: 3,
    file: 'shared/renewal/decide/coverage.ts',
    find: 'if (prices.length < count) return false;',
    replace: 'if (prices.length > 0) return true;',
    tests: ['test/shared/renewal/decide/coverage.test.ts'],
  },
  {
    name: 'orders of one call that share a row are both paid',
    rule: 3,
    file: 'shared/renewal/decide/orders-of-a-call.ts',
    find: `if (covered.rows.some((row) => rows.includes(row))) return { kind: 'not told apart' };`,
    replace: 'break;',
    tests: ['test/shared/renewal/decide/orders-of-a-call.test.ts'],
  },
  {
    name: 'an order is paid beside one whose rows nothing shows',
    rule: 3,
    file: 'shared/renewal/decide/orders-of-a-call.ts',
    find: `case 'not proven':
        return { kind: 'not told apart' };`,
    replace: `case 'not proven':
        break;`,
    tests: ['test/shared/renewal/decide/orders-of-a-call.test.ts'],
  },
  {
    name: 'an order is paid beside one that the provider does not show',
    rule: 3,
    file: 'shared/renewal/decide/orders-of-a-call.ts',
    find: 'hidden = true;',
    replace: 'hidden = false;',
    tests: ['test/shared/renewal/decide/orders-of-a-call.test.ts'],
  },
  {
    name: 'an order for another term is paid',
    rule: 3,
    file: 'shared/renewal/decide/judge-order.ts',
    find: 'if (reading.term !== null && termMonths(reading.term) !== termMonths(journal.term)) {',
    replace: 'if (reading.term !== null && reading.term.count === 0) {',
    tests: ['test/shared/renewal/decide/judge-order/compared.test.ts'],
  },
];

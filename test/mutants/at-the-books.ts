import type { Mutant } from './mutant.ts';

/** Mistakes in what is calculated, settled and told. */
export const AT_THE_BOOKS: readonly Mutant[] = [
  {
    name: 'shares of an amount do not add up to it',
    rule: 10,
    file: 'shared/values/money.ts',
    find: 'amount: (extra.has(index) ? floor.plus(unit) : floor).toFixed(),',
    replace: 'amount: floor.toFixed(),',
    tests: ['test/shared/values/money.test.ts'],
  },
  {
    name: 'amounts of different currencies are added',
    rule: 10,
    file: 'shared/values/money.ts',
    find: 'if (a.currency !== b.currency) throw new CurrencyMismatch(a.currency, b.currency);',
    replace: '',
    tests: ['test/shared/values/money.test.ts'],
  },
  {
    name: 'a number of a cell keeps its binary digits',
    rule: 10,
    file: 'shared/values/money.ts',
    find: 'new Big(Number(amount.toPrecision(15)))',
    replace: 'new Big(amount)',
    tests: ['test/shared/values/money.test.ts'],
  },
  {
    name: 'a row is settled a second time',
    rule: 12,
    file: 'shared/renewal/journal-view.ts',
    find: 'outcome: row.outcome ?? outcomes.get(index) ?? null,',
    replace: 'outcome: outcomes.get(index) ?? row.outcome,',
    tests: ['test/shared/renewal/journal-view.test.ts'],
  },
  {
    name: 'what no table permits is done all the same',
    rule: 12,
    file: 'shared/renewal/apply.ts',
    find: `if (forbidden !== undefined) throw new ForbiddenTransition(forbidden);
`,
    replace: '',
    tests: ['test/shared/renewal/apply.test.ts'],
  },
  {
    name: 'a row is called renewed without a later expiry',
    rule: 10,
    file: 'shared/renewal/decide/confirm/renewed-rows.ts',
    find: `if (moved.length === 0) return null;
`,
    replace: `if (moved.length === 0) return rows;
`,
    tests: ['test/flows/before-the-payment.test.ts'],
  },
  {
    name: 'a lost row makes a smaller total',
    rule: 12,
    file: 'shared/renewal/books/books.ts',
    find: 'if (rows.length !== planned) {',
    replace: 'if (rows.length > planned) {',
    tests: ['test/shared/renewal/books/books.test.ts'],
  },
  {
    name: 'what may have been ordered is called not attempted',
    rule: 12,
    file: 'shared/renewal/books/interim-outcome.ts',
    find: 'return open.length === 0 ? notYet(null) : notClear(open);',
    replace: 'return open.some(isPurchase) ? notClear(open) : notYet(null);',
    tests: ['test/shared/renewal/books/interim-outcome.test.ts'],
  },
  {
    name: 'a row whose order nobody could look for is called not attempted',
    rule: 12,
    file: 'shared/renewal/apply/rows.ts',
    find: 'swept || doubtful.length === 0 ?',
    replace: 'doubtful.length >= 0 ?',
    tests: ['test/shared/renewal/apply.test.ts'],
  },
  {
    name: 'a payment that nobody saw any more carries a figure',
    rule: 12,
    file: 'shared/engine/give-up-paid.ts',
    find: 'return { order: order.id, charged: null, why, expiries: new Map() };',
    replace: 'return { order: order.id, charged: compared, why, expiries: new Map() };',
    tests: ['test/shared/engine/give-up-paid.test.ts'],
  },
  {
    name: 'a job that only found a blocked row prolongs the block',
    rule: 8,
    file: 'shared/renewal/rules/ordered-before.ts',
    find: 'if (parts.length === 0) return seen;',
    replace: '',
    tests: ['test/flows/ordered-before.test.ts'],
  },
  {
    name: 'a seal ends although an order cannot be told yet',
    rule: 12,
    file: 'shared/engine/seal-chunk.ts',
    find: 'if (stop !== null && !last) return stop;',
    replace: `if (stop?.kind === 'suspend' && !last) return stop;`,
    tests: ['test/flows/proof-of-coverage.test.ts'],
  },
];

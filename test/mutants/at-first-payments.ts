import type { Mutant } from './mutant.ts';

/** Mistakes about the first payment of a kind, which goes alone (money rule 3). */
export const AT_FIRST_PAYMENTS: readonly Mutant[] = [
  {
    name: 'a chunk is done with before the charge of its first payment is read',
    rule: 3,
    file: 'shared/renewal/decide/decide.ts',
    find: "journal.state === 'open' && isFirstOpen(context)",
    replace: "journal.state === 'open' && isFirstOpen(context) && now < 0",
    tests: ['test/shared/renewal/decide/decide.test.ts'],
  },
  {
    name: 'the first payment of another chunk is not waited for',
    rule: 3,
    file: 'shared/renewal/decide/first-alone.ts',
    find: 'return firsts.length === 0;',
    replace: 'return firsts.length >= 0;',
    tests: ['test/shared/renewal/decide/first-alone.test.ts'],
  },
  {
    name: 'the first purchase of a product in another chunk is not waited for',
    rule: 3,
    file: 'shared/renewal/decide/purchases/first-purchase.ts',
    find: '!first.has(kind) && !elsewhere.has(kind);',
    replace: '!first.has(kind);',
    tests: ['test/shared/renewal/decide/purchases/buy.test.ts'],
  },
  {
    name: 'payments of a kind whose charge nobody has read go out together',
    rule: 3,
    file: 'shared/renewal/decide/first-alone.ts',
    find: '? usual : [...usual, first];',
    replace: '? usual : ready;',
    tests: ['test/shared/renewal/decide/first-alone.test.ts'],
  },
  {
    name: 'the second payment does not wait for the first charge',
    rule: 3,
    file: 'shared/renewal/decide/first-alone.ts',
    find: 'return !known.has(kindOf(context, part, payment));',
    replace: 'return known.size > 99;',
    tests: ['test/shared/renewal/decide/first-alone.test.ts'],
  },
  {
    name: 'a first charge above what was compared sets the others free',
    rule: 3,
    file: 'shared/renewal/decide/first-alone.ts',
    find: 'return taken && !exceeds(most, roundUpToMinor(bound)) ? look.order : null;',
    replace: 'return taken ? look.order : null;',
    tests: ['test/shared/renewal/decide/first-alone.test.ts'],
  },
  {
    name: 'another discount or currency counts as a charge that was read',
    rule: 3,
    file: 'shared/renewal/rules/first-payment.ts',
    find: 'const kind = `${termMonths(term)} months, ${sent}, ${currency}`;',
    replace: 'const kind = `${termMonths(term)} months`;',
    tests: ['test/shared/renewal/rules/first-payment.test.ts'],
  },
];

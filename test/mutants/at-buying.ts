import type { Mutant } from './mutant.ts';

const BUY = 'shared/renewal/decide/purchases/buy.ts';
const UNCLEAR = 'shared/renewal/decide/purchases/unclear-purchase.ts';
const RULES = 'shared/renewal/rules/purchases.ts';
const DOUBT = ['test/shared/renewal/decide/purchases/order-in-doubt.test.ts'];

/** Mistakes at what is ordered and paid in one call. */
export const AT_BUYING: readonly Mutant[] = [
  {
    name: 'an expiry that was read before the price is good enough to buy on',
    rule: 4,
    file: BUY,
    find: ' || look.tick <= facts.prices.get(row)!.answered',
    replace: '',
    tests: ['test/shared/renewal/decide/purchases/buy.test.ts'],
  },
  {
    name: 'what others have paid is not asked before something is bought',
    rule: 3,
    file: BUY,
    find: 'const clear = besideNobodyElse(context, draft, planned);',
    replace: 'const clear = besideNobodyElse(context, draft, []).length > 0 ? [] : planned;',
    tests: ['test/shared/renewal/decide/purchases/buy.test.ts'],
  },
  {
    name: 'the first purchase of a product does not go alone',
    rule: 3,
    file: 'shared/renewal/decide/purchases/first-purchase.ts',
    find: '    first.add(kind);\n    return true;',
    replace: '    return true;',
    tests: ['test/shared/renewal/decide/purchases/buy.test.ts'],
  },
  {
    name: 'more calls are without an answer than a crash should leave',
    rule: 1,
    file: BUY,
    find: 'PURCHASES_AT_ONCE - unansweredRows(journal)',
    replace: 'PURCHASES_AT_ONCE',
    tests: ['test/shared/renewal/decide/purchases/buy.test.ts'],
  },
  {
    name: 'a call that another would be is repeated',
    rule: 2,
    file: RULES,
    find: `    case 'never':
      return false;`,
    replace: `    case 'never':
      return now >= since + lag;`,
    tests: ['test/shared/renewal/rules/purchases.test.ts'],
  },
  {
    name: 'a token is trusted for ever',
    rule: 2,
    file: RULES,
    find: 'return now < since + TOKEN_TRUST_MS;',
    replace: 'return now >= since;',
    tests: ['test/shared/renewal/rules/purchases.test.ts'],
  },
  {
    name: 'a refused repeat is taken for the answer to the first call',
    rule: 2,
    file: 'shared/engine/purchase.ts',
    find: 'if (frozen.times > 1) return afterRepeat(number, given, rowsOf, clock());',
    replace: '',
    tests: ['test/flows/purchases/repeated.test.ts'],
  },
  {
    name: 'a call that nothing shows is ordered anew',
    rule: 2,
    file: UNCLEAR,
    find: "draft.record({ kind: 'order not found', part: part.number, locked: [], orders: [] });",
    replace: "draft.record({ kind: 'nothing was made', part: part.number, sizes: [1] });",
    tests: ['test/shared/renewal/decide/purchases/unclear-purchase.test.ts'],
  },
  {
    name: 'an order for another term is taken for ours',
    rule: 5,
    file: 'shared/renewal/decide/purchases/evidence.ts',
    find: '(order.term === null || isOfTerm(context, order))',
    replace: 'order.amount.currency.length > 0',
    tests: ['test/shared/renewal/decide/purchases/unclear-purchase.test.ts'],
  },
  {
    name: 'an expiry that moved by less than the term counts as renewed',
    rule: 12,
    file: RULES,
    find: "return moved === 'by its term' || moved === 'more' ? expiry : null;",
    replace: "return moved === 'none' ? null : expiry;",
    tests: DOUBT,
  },
  {
    name: 'an order of a call is believed to be paid by its number',
    rule: 2,
    file: 'shared/renewal/apply/attempts.ts',
    find: "state: { kind: 'payment unclear', compared, discount: null, at } };",
    replace: "state: { kind: 'paid', compared, discount: null, at } };",
    tests: ['test/shared/renewal/apply.test.ts', 'test/flows/purchases/careless.test.ts'],
  },
  {
    name: 'what its call left unpaid is paid after all',
    rule: 3,
    file: 'shared/renewal/decide/orders.ts',
    find: `if (context.journal.state !== 'open' || isPurchase(part)) {`,
    replace: `if (context.journal.state !== 'open') {`,
    tests: DOUBT,
  },
  {
    name: 'a task that says it failed is believed where the expiry has moved',
    rule: 12,
    file: 'shared/renewal/decide/purchases/not-carried-out.ts',
    find: 'if (moved) {',
    replace: 'if (moved && rows.length > 1) {',
    tests: DOUBT,
  },
  {
    name: 'an unpaid order that a refused call may have left is not looked for',
    rule: 5,
    file: 'shared/renewal/rules/doubtful-calls.ts',
    find: 'return isPurchase(part) || isHeld(attempt.refusal);',
    replace: 'return isHeld(attempt.refusal);',
    tests: ['test/shared/renewal/decide/sweep.test.ts'],
  },
  {
    name: 'a chunk that ends looks for no order while another waits for its completion',
    rule: 5,
    file: 'shared/renewal/decide/sweep.ts',
    find: "goal === 'seal' ? nothingUnderWay(journal)",
    replace:
      "goal === 'seal' ? journal.parts.every((part) => part.orders.every(({ state }) => state.kind === 'cancelled'))",
    tests: ['test/shared/renewal/decide/decide.test.ts'],
  },
];

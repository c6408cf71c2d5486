import type { Mutant } from './mutant.ts';

/** Mistakes from the comparison of an order to the charge for it. */
export const AT_PAYING: readonly Mutant[] = [
  {
    name: 'an unclear payment is taken up again at once',
    rule: 2,
    file: 'shared/renewal/decide/payments.ts',
    find: `if (look.at >= ready) draft.record({ kind: 'payment not made', order: id });`,
    replace: `if (look.at > 0) draft.record({ kind: 'payment not made', order: id });`,
    tests: ['test/shared/renewal/decide/orders/paid-unclearly.test.ts'],
  },
  {
    name: 'a payment without an answer is sent once more',
    rule: 2,
    file: 'shared/engine/call.ts',
    find: 'const answer = await reservationsOf(work.provider).pay(order, discount);',
    replace: `const first = await reservationsOf(work.provider).pay(order, discount);
      const answer =
        first.kind === 'unknown' ? await reservationsOf(work.provider).pay(order, discount) : first;`,
    tests: ['test/flows/money-payments.test.ts'],
  },
  {
    name: 'an order above the approval is paid',
    rule: 3,
    file: 'shared/renewal/decide/judge-order.ts',
    find: `if (exceeds(amount, orderCeiling(covered, policy))) return cancel('dearer than approved', rows);`,
    replace: '',
    tests: ['test/shared/renewal/decide/judge-order/compared.test.ts'],
  },
  {
    name: 'what is compared is the amount before the discount',
    rule: 3,
    file: 'shared/renewal/decide/judge-order.ts',
    find: `const amount = payable.kind === 'payable' ? payable.amount : reading.amount;`,
    replace: 'const { amount } = reading;',
    tests: ['test/shared/renewal/decide/judge-order/discount.test.ts'],
  },
  {
    name: 'a discount that cannot be read is counted on',
    rule: 3,
    file: 'shared/renewal/decide/orders-of-a-call.ts',
    find: 'return unsure && list !== null && exceeds(list, amount) ? list : amount;',
    replace: 'return amount;',
    tests: ['test/shared/renewal/decide/judge-order/discount.test.ts'],
  },
  {
    name: 'the discount that was compared is not sent',
    rule: 3,
    file: 'shared/renewal/decide/judge-order.ts',
    find: 'const { discount } = payable;',
    replace: 'const discount = null;',
    tests: ['test/shared/renewal/decide/judge-order/discount.test.ts'],
  },
  {
    name: 'a discount that the provider insists on is left out',
    rule: 3,
    file: 'shared/renewal/rules/choose-discount.ts',
    find: 'if (mandatory !== undefined) return payable(mandatory);',
    replace: '',
    tests: ['test/shared/renewal/rules/choose-discount.test.ts'],
  },
  {
    name: 'of the two tolerances the larger one counts',
    rule: 3,
    file: 'shared/renewal/rules/price-verdict.ts',
    find: 'return plus(approved, smaller(percent, money(tolerance.absolute, approved.currency)));',
    replace: `const absolute = money(tolerance.absolute, approved.currency);
  return plus(approved, exceeds(percent, absolute) ? percent : absolute);`,
    tests: ['test/shared/renewal/rules/price-verdict.test.ts'],
  },
  {
    name: 'a charge above what was compared is not noticed',
    rule: 3,
    file: 'shared/renewal/decide/confirm.ts',
    find: 'const above = paid.filter((one) => exceeds(one.most, roundUpToMinor(bound(context, one))));',
    replace: 'const above = paid.filter((one) => chargedFor(one.order) === null);',
    tests: ['test/shared/renewal/decide/confirm/overcharged.test.ts'],
  },
  {
    name: 'a charge above what was compared does not hold the account',
    rule: 3,
    file: 'shared/engine/call.ts',
    find: `  await accounts.hold(account.name, reason);
`,
    replace: '',
    tests: ['test/flows/money-overcharge.test.ts'],
  },
  {
    name: 'a charge is not read before the order is completed',
    rule: 3,
    file: 'shared/renewal/decide/confirm.ts',
    find: `      case 'processing':
        charged.push(one);
`,
    replace: `      case 'processing':
`,
    tests: ['test/shared/renewal/decide/confirm/overcharged.test.ts'],
  },
  {
    name: 'a look from before the order existed decides',
    rule: 4,
    file: 'shared/renewal/decide/pay-ready.ts',
    find: 'return sinceMade(facts, look, order.id) && now - look!.at <= LOOK_AGE_MS;',
    replace: 'return look !== undefined && now - look.at <= LOOK_AGE_MS;',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'a look decides however old it is',
    rule: 4,
    file: 'shared/renewal/decide/pay-ready.ts',
    find: 'return sinceMade(facts, look, order.id) && now - look!.at <= LOOK_AGE_MS;',
    replace: 'return sinceMade(facts, look, order.id) && now >= look!.at;',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid although a row shows another expiry',
    rule: 4,
    file: 'shared/renewal/decide/pay-ready.ts',
    find: 'return !moved && !leftToAutoRenewal',
    replace: 'return !leftToAutoRenewal',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid although a row is not shown any more',
    rule: 4,
    file: 'shared/renewal/decide/pay-ready.ts',
    find: `if (look.kind !== 'shown') return false;
  const moved`,
    replace: `if (look.kind !== 'shown') return true;
  const moved`,
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid although auto-renewal is about to fire',
    rule: 9,
    file: 'shared/renewal/decide/pay-ready.ts',
    find: 'return !moved && !leftToAutoRenewal(look.resource, policy, traits, now);',
    replace: 'return !moved;',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid although its periods begin after another renewal',
    rule: 4,
    file: 'shared/renewal/decide/judge-order.ts',
    find: 'if (beginsTooLate(covered, reading.starts ?? [], policy.expiryZone)) {',
    replace: 'if (covered.length === 0) {',
    tests: ['test/shared/renewal/decide/judge-order/compared.test.ts'],
  },
  {
    name: 'the job is not read again after the deciding look',
    rule: 7,
    file: 'shared/renewal/decide/pay-ready.ts',
    find: 'if (permit === null || permit.tick <= since) {',
    replace: 'if (permit === null) {',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid although the job was cancelled or held',
    rule: 7,
    file: 'shared/renewal/decide/facts.ts',
    find: 'return stop ?? (now < validUntil',
    replace: 'return (now < validUntil',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid although the approval is over',
    rule: 3,
    file: 'shared/renewal/decide/facts.ts',
    find: 'return stop ?? (now < validUntil ?',
    replace: 'return stop ?? (now < Infinity ?',
    tests: ['test/shared/renewal/decide/orders/paid.test.ts'],
  },
  {
    name: 'an order is paid for a job that was resumed meanwhile',
    rule: 7,
    file: 'shared/engine/read-job.ts',
    find: `const running = job !== null && job.status === 'running' && job.epoch === epoch;`,
    replace: `const running = job !== null && job.status === 'running' && epoch > 0;`,
    tests: ['test/flows/before-the-payment.test.ts'],
  },
  {
    name: 'a chunk that was begun early pays before the one before it is done',
    rule: 3,
    file: 'shared/engine/read-job.ts',
    find: '!(await work.before.done)',
    replace: 'work.before.done === null',
    tests: ['test/flows/next-chunk.test.ts'],
  },
  {
    name: 'payments go on after the account was refused',
    rule: 7,
    file: 'shared/renewal/decide/decide.ts',
    find: `if (goal !== 'confirm' && facts.stop === null) {`,
    replace: `if (goal !== 'confirm') {`,
    tests: ['test/shared/renewal/decide/decide.test.ts'],
  },
  {
    name: 'a sealed chunk pays its orders',
    rule: 4,
    file: 'shared/renewal/decide/orders.ts',
    find: `if (context.journal.state !== 'open' || isPurchase(part)) {`,
    replace: `if (context.journal.state === 'finished' || isPurchase(part)) {`,
    tests: ['test/shared/renewal/decide/orders/left-alone.test.ts'],
  },
  {
    name: 'rows are free although their order does not read cancelled',
    rule: 4,
    file: 'shared/renewal/decide/take-back.ts',
    find: `if (done.refused && !mayFollow(context, part, order)) draft.record(notCancelled(order.id));
      else draft.wait(now + BACK_OFF_MS);`,
    replace: `draft.record({ kind: 'cancelled', order: order.id, because, at: now });`,
    tests: ['test/shared/renewal/decide/orders/cancelled.test.ts'],
  },
  {
    name: 'rows are free once a cancel was accepted',
    rule: 4,
    file: 'shared/renewal/decide/take-back.ts',
    find: `  if (look === undefined || look.tick <= done.tick) {
    draft.ask({ kind: 'order', order: order.id });`,
    replace: `  if (look === undefined || look.tick <= done.tick) {
    if (done.refused) draft.ask({ kind: 'order', order: order.id });
    else draft.record({ kind: 'cancelled', order: order.id, because, at: now });`,
    tests: ['test/shared/renewal/decide/orders/cancelled.test.ts'],
  },
  {
    name: 'an order that is not shown yet is given up',
    rule: 4,
    file: 'shared/renewal/decide/judge-order.ts',
    find: `if (look.kind === 'hidden') return { kind: 'wait', until: now + BACK_OFF_MS };`,
    replace: `if (look.kind === 'hidden') {
    return {
      kind: 'record',
      event: { kind: 'cancelled', order: order.id, because: 'not asked for', at: now },
    };
  }`,
    tests: ['test/shared/renewal/decide/judge-order/looked-at.test.ts'],
  },
  {
    name: 'orders that come to nothing are made for ever',
    rule: 4,
    file: 'shared/renewal/rules/due-rows.ts',
    find: 'if (undone.length >= MOST_UNDONE) {',
    replace: 'if (undone.length >= 40) {',
    tests: ['test/shared/renewal/rules/due-rows.test.ts'],
  },
];

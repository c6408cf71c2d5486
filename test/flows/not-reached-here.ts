/**
 * Transitions that no run of `transition-coverage.test.ts` makes, each kind with the reason, and with
 * the test that makes it. `apply.test.ts` tries every event with every state.
 */
export const NOT_REACHED_HERE: readonly (readonly [RegExp, string])[] = [
  [
    /^order: (?:payable|paying) again -> /u,
    'a payment refused for the order its own state, and then something else: decide/answers, apply.test.ts',
  ],
  [
    /^order: payment declined -> payable again \(payment not made\)$/u,
    'the same, and then a refusal of the account that is not true: decide/payments.test.ts',
  ],
  [
    /^order: none -> cancelling \(orders unwanted\)$/u,
    'an order that is shown to be of our own call, with a user of our own on record: lost-orders.test.ts, decide/unclear-calls/own-user.test.ts',
  ],
  [
    /^order: (?:paid|overcharged) -> \S+(?: \S+)? \((?:charged above|given up|left to a person|completed)\)$|^order: paid -> for review/u,
    'a provider that charges above its own order, or undoes what was paid: money-overcharge.test.ts, decide/confirm',
  ],
  [
    /^order: (?:made|cancelling) -> for review \(left to a person\)$|^row: .* \(left to a person\)$/u,
    'an order in a state that nobody knows, or that is not cancelled: decide/orders',
  ],
  [
    /^order: payment \S+ -> for review \(left to a person\)$/u,
    'a paid order of which no answer comes: decide/give-up-silent.test.ts',
  ],
  [
    /^(?:order|row): .* \(rows closed\)$/u,
    'a chunk closed over calls that never got an answer: finish-job.test.ts, apply.test.ts',
  ],
  [
    /^order: \S+(?: \S+)? -> \S+(?: \S+)? \((?:cancelled|payment seen|paid by somebody)\)$/u,
    'somebody else is quicker than an unclear payment is settled: decide/orders',
  ],
  [
    /^attempt: .* \((?:orders sought|nothing was made|orders adopted|orders unwanted|order not found)\)$/u,
    'an order that locks rows although no call named one: decide/unclear-calls',
  ],
  [
    /^attempt: unclear -> (?:refused|busy) \(refusal believed\)$/u,
    'a refusal of what pays at once, of which nothing shows for half an hour: decide/purchases/unclear-purchase.test.ts',
  ],
  [/^attempt: intended -> none/u, 'a renew call that is turned away: throttling.test.ts'],
  [
    /^row: (?:priced alone|busy) -> /u,
    'as an open row, but asked for its price alone or again: apply.test.ts',
  ],
  [
    /^row: open -> settled \((?:given up|order not found)\)$/u,
    'a last look: money-endings.test.ts',
  ],
  [
    /^row: watched -> open \(rows freed\)$/u,
    'somebody renews one row of our order, which is cancelled for that: decide/watched.test.ts',
  ],
  [
    /^row: watched -> settled \((?:completed|given up)\)$/u,
    'another order of the same call was paid by somebody: apply.test.ts',
  ],
  [
    /^row: settled -> settled/u,
    'a row that is paid after it had an outcome, or that a person has checked: money-endings.test.ts, operate.test.ts',
  ],
  [
    /^row: .* \(orders found\)$/u,
    'the sweep finds an order while rows of a sealed chunk are open: apply/found-orders.test.ts',
  ],
  [/^work: .* \(redriven\)$/u, 'a person redrives: operate.test.ts'],
  [
    /^work: (?:leased -> resting|resting -> leased)/u,
    'a chunk at which every run fails: failing-chunk.test.ts',
  ],
  [/^job: planning -> rejected/u, 'a file that cannot be read: intake.test.ts'],
  [/^job: planning -> cancelled/u, 'a person is quicker than the reading: operate.test.ts'],
  [
    /^job: (?:waiting|suspended) -> finishing \(withdrawn\)/u,
    'a file that is removed or replaced: approval-withdrawn.test.ts',
  ],
  [
    /^job: waiting -> suspended/u,
    'a job on a held account, or whose file may not be looked at: tick.test.ts, money-overcharge.test.ts',
  ],
];

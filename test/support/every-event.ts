import type { AttemptEvent, OrderEvent, WorkEvent } from '../../shared/renewal/events.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { CANCEL_REASONS } from '../../shared/renewal/states/order-state.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { usd } from './journal-sample.ts';

const REFUSAL = { code: 'CBC.1', reason: asTold('No.') };
const WHY = asTold('Look.');
const AT = 5;

/** Events about order `o1` of row 0: each kind, and each thing that it may say. */
export const ORDER_EVENTS: readonly OrderEvent[] = [
  {
    kind: 'payment intended',
    orders: [{ order: 'o1', rows: [0], compared: usd('10'), discount: null }],
    at: AT,
  },
  { kind: 'payment accepted', order: 'o1', at: AT },
  { kind: 'payment unanswered', order: 'o1', at: AT },
  { kind: 'payment refused', order: 'o1', at: AT, refusal: REFUSAL },
  { kind: 'payment put off', order: 'o1' },
  { kind: 'payment declined', order: 'o1', at: AT },
  { kind: 'payment seen', order: 'o1' },
  { kind: 'payment not made', order: 'o1' },
  { kind: 'paid by somebody', order: 'o1', rows: [0], amount: usd('10'), at: AT },
  { kind: 'paid by somebody', order: 'o1', rows: null, amount: usd('10'), at: AT },
  ...CANCEL_REASONS.flatMap((because): OrderEvent[] => [
    { kind: 'cancel decided', order: 'o1', because, rows: [0], refusal: null },
    { kind: 'cancel decided', order: 'o1', because, rows: null, refusal: REFUSAL },
    { kind: 'cancelled', order: 'o1', because, at: AT },
  ]),
  { kind: 'left to a person', order: 'o1', why: WHY },
  { kind: 'charged above', order: 'o1', charged: usd('13') },
  {
    kind: 'completed',
    orders: [{ order: 'o1', charged: usd('10') }],
    rows: [0],
    expiries: new Map([[0, 9]]),
    why: WHY,
  },
  {
    kind: 'completed',
    orders: [{ order: 'o1', charged: null }],
    rows: [0],
    expiries: new Map([[0, 9]]),
    why: WHY,
  },
  {
    kind: 'given up',
    overdue: { order: 'o1', charged: usd('10'), why: WHY, expiries: new Map([[0, 9]]) },
  },
  { kind: 'given up', overdue: { order: 'o1', charged: usd('10'), why: WHY, expiries: new Map() } },
  { kind: 'given up', overdue: { order: 'o1', charged: null, why: WHY, expiries: new Map() } },
];

/** Events about part 0 with row 0: each kind, and each thing that it may say. */
export const ATTEMPT_EVENTS: readonly Exclude<AttemptEvent, { kind: 'orders sought' }>[] = [
  {
    kind: 'call intended',
    parts: [{ number: 0, rows: [0], expected: { list: null, price: usd('10') } }],
    at: AT,
    by: 'me',
  },
  ...(['accepted', 'unclear', 'refused', 'busy', 'refused alone'] as const).map((said) => ({
    kind: 'call answered' as const,
    part: 0,
    at: AT,
    orders: said === 'accepted' ? ['o9'] : [],
    said:
      said === 'accepted'
        ? { kind: said }
        : said === 'unclear'
          ? { kind: said, why: 'timeout' }
          : { kind: said, refusal: REFUSAL },
    failed: new Map([[0, rowOutcome('not renewable', WHY)]]),
    lowered: { rows: [0], rung: 1 },
  })),
  { kind: 'call turned away', part: 0 },
  { kind: 'named orders taken', part: 0 },
  { kind: 'refusal believed', part: 0, refusal: REFUSAL, rung: 1 },
  { kind: 'nothing was made', part: 0, sizes: [100, 10, 1] },
  { kind: 'orders adopted', part: 0, orders: ['o9'] },
  { kind: 'orders unwanted', part: 0, orders: [{ order: 'o9', rows: [0] }] },
  { kind: 'order not found', part: 0, locked: [0], orders: ['o9'] },
  { kind: 'order not found', part: 0, locked: [], unseen: [0], orders: [] },
  { kind: 'orders found', orders: [{ order: 'o9', rows: [0], listed: true, ours: true }], at: AT },
  {
    kind: 'orders found',
    orders: [{ order: 'o9', rows: [0], listed: false, ours: false }],
    at: AT,
  },
];

/** Events about who works on a chunk: each kind. */
export const WORK_EVENTS: readonly WorkEvent[] = [
  { kind: 'claimed', owner: 'you', until: AT },
  { kind: 'released' },
  { kind: 'backed off', until: AT },
  { kind: 'continued', idle: true },
  { kind: 'put to rest', until: AT },
  { kind: 'redriven' },
  { kind: 'account refused', epoch: 1, reason: WHY },
  { kind: 'sealed' },
  { kind: 'ended' },
  { kind: 'finished' },
];

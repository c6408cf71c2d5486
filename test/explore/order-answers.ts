import type { Answer } from '../../shared/renewal/answer.ts';
import { SHOWN_LATE } from './acts.ts';
import type { Mishap } from './chooser.ts';
import { refused } from './views.ts';
import { cancel, type Change, complete, orderOf, pay, take } from './world.ts';
import type { WorldLine } from './world-line.ts';
import { LATE_EFFECT_MS } from './renew-answers.ts';

/** A call about one order that is being made, and that the order's state allows. */
export interface OrderCall {
  readonly line: WorldLine;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How a call about an order goes otherwise than calmly. */
export interface OrderMishap extends Mishap {
  readonly answer: (call: OrderCall) => Answer<null>;
}

/** How long an order that is paid can be in process. */
const PROCESS_MS = 10 * 60_000;

const UNKNOWN = { kind: 'unknown', detail: 'no answer' } as const;
const DONE = { kind: 'done', value: null } as const;

function paid({ id, at }: OrderCall): Change {
  return pay(id, 'renewsheet', at);
}

/** The calm payment. */
export function payAtOnce(call: OrderCall): Answer<null> {
  call.line.change(paid(call));
  return DONE;
}

/** The calm cancel. */
export function cancelAtOnce({ line, id }: OrderCall): Answer<null> {
  line.change(cancel(id, 'renewsheet'));
  return DONE;
}

/** Moves on what is in process, once its time has come. */
export function completeLater(line: WorldLine, id: string): void {
  line.later(PROCESS_MS, `order ${id} is completed`, complete(id));
}

/** All that can befall a payment (contract, section 4). */
export const PAY_MISHAPS: readonly OrderMishap[] = [
  {
    name: 'the payment has no answer, and took place',
    answer: (call) => {
      call.line.change(paid(call));
      return UNKNOWN;
    },
  },
  { name: 'the payment has no answer, and did not take place', answer: () => UNKNOWN },
  {
    name: 'the payment has no answer, and takes place half a minute later',
    answer: (call) => {
      call.line.later(LATE_EFFECT_MS, `order ${call.id} is paid after all`, paid(call));
      return UNKNOWN;
    },
  },
  {
    name: 'the payment is answered "being paid already", and took place',
    answer: (call) => {
      call.line.change(paid(call));
      return refused('pay', 'CBC.99000088');
    },
  },
  {
    name: 'the payment is refused for the state of the order, and did not take place',
    answer: () => refused('pay', 'CBC.99003106'),
  },
  {
    name: 'the payment is refused for want of money',
    answer: () => refused('pay', 'CBC.99005003'),
  },
  { name: 'the payment is refused as too frequent', answer: () => refused('pay', 'CBC.99008040') },
  {
    name: 'the payment is refused with a code of no table',
    answer: () => refused('pay', 'CBC.12345678'),
  },
  {
    name: 'the payment is accepted, and stays in process for ten minutes',
    answer: ({ line, id, at }) => {
      line.change(take(id, 'renewsheet', at));
      completeLater(line, id);
      return DONE;
    },
  },
  {
    name: 'the payment is accepted, and takes place half a minute later',
    answer: (call) => {
      call.line.later(LATE_EFFECT_MS, `order ${call.id} is paid`, paid(call));
      return DONE;
    },
  },
  {
    name: 'the payment charges more than the order showed',
    answer: ({ line, id, at }) => {
      const { cents } = orderOf(line.now, id)!;
      line.change(pay(id, 'renewsheet', at, cents + 100));
      return DONE;
    },
  },
  ...(['resources', 'order', 'list', 'prices'] as const).map((channel): OrderMishap => ({
    name: `the payment takes place; ${SHOWN_LATE[channel]}`,
    answer: (call) => {
      call.line.change(paid(call), [channel]);
      return DONE;
    },
  })),
  {
    name: 'the payment has no answer and took place; the order shows that 20 minutes late',
    answer: (call) => {
      call.line.change(paid(call), ['order', 'list']);
      return UNKNOWN;
    },
  },
];

/** All that can befall a cancel (contract, section 5.3). */
export const CANCEL_MISHAPS: readonly OrderMishap[] = [
  {
    name: 'the cancel has no answer, and took place',
    answer: ({ line, id }) => {
      line.change(cancel(id, 'renewsheet'));
      return UNKNOWN;
    },
  },
  { name: 'the cancel has no answer, and did not take place', answer: () => UNKNOWN },
  {
    name: 'the cancel takes place half a minute later',
    answer: ({ line, id }) => {
      line.later(LATE_EFFECT_MS, `order ${id} is cancelled after all`, cancel(id, 'renewsheet'));
      return DONE;
    },
  },
  {
    name: 'the cancel is refused for the state of the order, though it took place',
    answer: ({ line, id }) => {
      line.change(cancel(id, 'renewsheet'));
      return refused('cancel', 'CBC.99005010');
    },
  },
  {
    name: 'the cancel is refused for the state of the order, and did not take place',
    answer: () => refused('cancel', 'CBC.99005010'),
  },
  {
    name: 'the cancel is refused as too frequent',
    answer: () => refused('cancel', 'CBC.99008040'),
  },
  {
    name: 'the cancel is turned away as one too many',
    answer: () => refused('cancel', 'APIGW.0308'),
  },
  ...(['order', 'prices', 'list'] as const).map((channel): OrderMishap => ({
    name: `the cancel takes place; ${SHOWN_LATE[channel]}`,
    answer: ({ line, id }) => {
      line.change(cancel(id, 'renewsheet'), [channel]);
      return DONE;
    },
  })),
];

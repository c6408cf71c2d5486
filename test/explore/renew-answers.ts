import type { RenewAnswer } from '../../shared/ports/provider.ts';
import { SHOWN_LATE } from './acts.ts';
import type { Mishap } from './chooser.ts';
import { no, refused } from './views.ts';
import { type Change, make, nextId, STRANGER, termCents } from './world.ts';
import type { Channel, WorldLine } from './world-line.ts';

/** A renew call that is being made, of resources that nothing holds. */
export interface RenewCall {
  readonly line: WorldLine;
  readonly ids: readonly string[];
  readonly months: number;
  readonly job: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How a renew call goes otherwise than calmly. */
export interface RenewMishap extends Mishap {
  readonly answer: (call: RenewCall) => RenewAnswer;
}

/** No effect was ever tried later than this after the call had no answer. */
export const LATE_EFFECT_MS = 30_000;

const UNKNOWN = { kind: 'unknown', detail: 'no answer' } as const;
const DONE = { kind: 'done', value: null } as const;

type Made = Partial<RenewAnswer> & Pick<RenewAnswer, 'answer'>;

function answered({ orders = [], failed = [], answer }: Made): RenewAnswer {
  return { answer, orders, failed };
}

/** Makes orders of these resources, and returns their ids. */
function order(
  { line, months, job, at }: RenewCall,
  groups: readonly (readonly string[])[],
  more: { readonly cents?: number; readonly late?: readonly Channel[] } = {},
): string[] {
  const { cents, late = [] } = more;
  const given = cents === undefined ? {} : { cents };
  return groups.map((ids) => {
    const id = nextId(line.now);
    line.change(make(ids, { by: 'renewsheet', job, at, months, ...given }), late);
    return id;
  });
}

/** The calm answer: one unpaid order of all the resources. */
export function orderAll(call: RenewCall): RenewAnswer {
  return answered({ answer: DONE, orders: order(call, [call.ids]) });
}

function makeLater(call: RenewCall): void {
  const { line, ids, months, job, at } = call;
  const change: Change = make(ids, { by: 'renewsheet', job, at: at + LATE_EFFECT_MS, months });
  line.later(LATE_EFFECT_MS, 'the order of a call without an answer comes to be', change);
}

const ALWAYS: readonly RenewMishap[] = [
  {
    name: 'the renew call has no answer, and made its order',
    answer: (call) => {
      order(call, [call.ids]);
      return answered({ answer: UNKNOWN });
    },
  },
  {
    name: 'the renew call has no answer, and made nothing',
    answer: () => answered({ answer: UNKNOWN }),
  },
  {
    name: 'the renew call has no answer, and makes its order half a minute later',
    answer: (call) => {
      makeLater(call);
      return answered({ answer: UNKNOWN });
    },
  },
  {
    name: 'the renew call has no answer, made its order, and the list shows that late',
    answer: (call) => {
      order(call, [call.ids], { late: ['list', 'order rows'] });
      return answered({ answer: UNKNOWN });
    },
  },
  {
    name: 'the renew call has no answer, made its order, and the price call shows that late',
    answer: (call) => {
      order(call, [call.ids], { late: ['prices'] });
      return answered({ answer: UNKNOWN });
    },
  },
  {
    name: 'the renew call is refused for no reason that names a row',
    answer: () => answered({ answer: refused('renew', 'CBC.99003006') }),
  },
  {
    name: 'the gateway repeats the renew call, which is answered "locked" though it made the order',
    answer: (call) => {
      order(call, [call.ids]);
      return answered({ answer: refused('renew', 'CBC.99003100') });
    },
  },
  {
    name: 'the renew call is refused, but names an order that it made',
    answer: (call) =>
      answered({ answer: refused('renew', 'CBC.30050006'), orders: order(call, [call.ids]) }),
  },
  {
    name: 'the renew call is told that the rows are busy',
    answer: () => answered({ answer: refused('renew', 'CBC.99003144') }),
  },
  {
    name: 'the renew call is turned away as one too many',
    answer: () => answered({ answer: refused('renew', 'APIGW.0308') }),
  },
  {
    name: 'the renew call is told that the account is frozen',
    answer: () => answered({ answer: refused('renew', 'CBC.7281') }),
  },
  {
    name: 'the renew call is accepted without naming its order',
    answer: (call) => {
      order(call, [call.ids]);
      return answered({ answer: DONE });
    },
  },
  {
    name: 'the renew call makes two orders of the same rows',
    answer: (call) => answered({ answer: DONE, orders: order(call, [call.ids, call.ids]) }),
  },
  {
    name: 'the order has a resource that was not asked for, and costs accordingly',
    answer: (call) => answered({ answer: DONE, orders: order(call, [[...call.ids, STRANGER]]) }),
  },
  {
    name: 'the order is dearer than its prices',
    answer: (call) => {
      const cents = call.ids.length * termCents(call.months) + 100;
      return answered({ answer: DONE, orders: order(call, [call.ids], { cents }) });
    },
  },
  ...(['order', 'prices'] as const).map((channel): RenewMishap => ({
    name: `the order is made; ${SHOWN_LATE[channel]}`,
    answer: (call) =>
      answered({ answer: DONE, orders: order(call, [call.ids], { late: [channel] }) }),
  })),
];

/** What only happens to a call with several ids. */
const SEVERAL: readonly RenewMishap[] = [
  {
    name: 'the renew call makes an order of each row',
    answer: (call) =>
      answered({
        answer: DONE,
        orders: order(
          call,
          call.ids.map((id) => [id]),
        ),
      }),
  },
  {
    name: 'the renew call makes a combined order beside one of its first row',
    answer: (call) =>
      answered({ answer: DONE, orders: order(call, [call.ids, call.ids.slice(0, 1)]) }),
  },
  {
    name: 'the renew call orders only its first row, without a word',
    answer: (call) => answered({ answer: DONE, orders: order(call, [call.ids.slice(0, 1)]) }),
  },
  {
    name: 'the renew call names its first row as failed and orders the others',
    answer: (call) => {
      const failed = [{ resourceId: call.ids[0]!, refusal: no('renew', 'CBC.99003144') }];
      return answered({ answer: DONE, orders: order(call, [call.ids.slice(1)]), failed });
    },
  },
  {
    name: 'the renew call has no answer, and ordered only its first row',
    answer: (call) => {
      order(call, [call.ids.slice(0, 1)]);
      return answered({ answer: UNKNOWN });
    },
  },
  {
    name: 'the renew call has no answer, and made an order of each row',
    answer: (call) => {
      order(
        call,
        call.ids.map((id) => [id]),
      );
      return answered({ answer: UNKNOWN });
    },
  },
  {
    name: 'the renew call has no answer, but names one of the two orders that it made',
    answer: (call) => {
      const ids = order(
        call,
        call.ids.map((id) => [id]),
      );
      return answered({ answer: UNKNOWN, orders: ids.slice(0, 1) });
    },
  },
];

/** All that can befall a renew call (contract, section 1.1 and 14). */
export function renewMishaps({ ids }: RenewCall): readonly RenewMishap[] {
  return ids.length > 1 ? [...ALWAYS, ...SEVERAL] : ALWAYS;
}

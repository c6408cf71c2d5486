import fc from 'fast-check';
import type { ApiName } from '../../infra/sandboxes/huawei/api.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { InProcess } from '../support/in-process.ts';
import { cancel, resume } from '../support/operator.ts';

/** What colleagues and the provider's own machinery do to a resource. */
export const RENEWALS = ['a colleague renews', 'auto-renewal fires'] as const;
const TO_A_RESOURCE = [
  ...RENEWALS,
  'a colleague orders',
  'is locked',
  'is unlocked',
  'dearer',
  'cheaper',
  'loses its discount',
] as const;
const TO_AN_ORDER = ['is paid', 'is cancelled', 'expires', 'gets dearer', 'completes'] as const;
/** Drawn only where they are asked for. */
const AT_THE_SAME_DESK = [
  'a colleague takes over',
  'our user takes over',
  'auto-renewal takes over',
  'a colleague orders elsewhere',
  'our user orders elsewhere',
  'our user orders for a month',
  'our user orders for a year',
] as const;
const TO_THE_ACCOUNT = ['balance 5', 'topped up by 100', 'frozen', 'key refused'] as const;
const TO_THE_JOB = ['cancel', 'resume', 'tick', 'next message', 'other deployment'] as const;

/** Something that happens while a call of ours is at the provider. */
export interface Happening {
  /** Counted from 0 over all calls of the run that come to an operation. */
  readonly call: number;
  /** Only calls of this API are counted, where it is given. */
  readonly at?: ApiName;
  readonly phase: 'before' | 'after';
  readonly what:
    | (typeof TO_A_RESOURCE)[number]
    | (typeof TO_AN_ORDER)[number]
    | (typeof TO_THE_ACCOUNT)[number]
    | (typeof TO_THE_JOB)[number]
    | (typeof AT_THE_SAME_DESK)[number];
  /** Which resource or order, as far as there are so many. */
  readonly which: number;
}

/** Some of them, early in the run more often than late. */
export function happenings(): fc.Arbitrary<readonly Happening[]> {
  const what = fc.oneof(
    fc.constantFrom<Happening['what']>(...TO_A_RESOURCE),
    fc.constantFrom<Happening['what']>(...TO_AN_ORDER),
    fc.constantFrom<Happening['what']>(...TO_THE_ACCOUNT),
    fc.constantFrom<Happening['what']>(...TO_THE_JOB),
  );
  return fc.array(
    fc.record({
      call: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 150 })),
      phase: fc.constantFrom<Happening['phase']>('before', 'after'),
      what,
      which: fc.nat({ max: 6 }),
    }),
    { maxLength: 6 },
  );
}

/** Where it happens. */
export interface Scene {
  readonly sandbox: HuaweiSandbox;
  readonly app: InProcess;
  readonly other: InProcess | null;
  readonly resources: number;
}

/** Lets it happen, if it can be done now: the sandbox refuses what the console would refuse. */
export async function happen({ what, which }: Happening, scene: Scene): Promise<void> {
  try {
    await acts(`r${which % scene.resources}`, which, scene)[what]();
  } catch {
    // It cannot be done now, such as paying an order that is paid.
  }
}

type Acts = Readonly<Record<Happening['what'], () => unknown>>;

function acts(resource: string, which: number, scene: Scene): Acts {
  const { app, other, sandbox } = scene;
  return {
    ...providerActs(resource, sandbox),
    ...orderActs(orderOf(sandbox, which), sandbox),
    ...deskActs(which, resource, sandbox),
    cancel: async () => {
      await cancel(app);
    },
    resume: async () => {
      await resume(app);
    },
    tick: async () => {
      await app.tick();
    },
    'next message': async () => {
      await deliverNow(app);
    },
    'other deployment': async () => {
      if (other !== null) await deliverNow(other);
    },
  };
}

type OrderAct = (typeof TO_AN_ORDER)[number];

function orderActs(order: string, { act, calls }: HuaweiSandbox): Pick<Acts, OrderAct> {
  return {
    'is paid': () => {
      act.payOrder({ order });
    },
    'is cancelled': () => {
      act.cancelOrder({ order });
    },
    expires: () => {
      act.expireOrder({ order });
    },
    // The pay call names no amount: a price that changes between the look at the order and its
    // payment cannot be kept from being paid. Here it changes before the first look; that such a
    // charge raises the alarm is tested by itself.
    'gets dearer': () => {
      const looked = calls().some(({ api, ids }) => api === 'orderDetails' && ids.includes(order));
      if (!looked) act.repriceOrder({ order, factor: '1.1' });
    },
    completes: () => {
      act.completeOrder({ order });
    },
  };
}

type DeskAct = (typeof AT_THE_SAME_DESK)[number];

/** Our own user, in the hands of a person. */
const US = 'renewsheet';

/** Another resource than any of the files', which costs what they do. */
const ELSEWHERE = 'x0';

/** Taking over means cancelling an unpaid order of ours; without one there is nothing to take over. */
function deskActs(which: number, resource: string, sandbox: HuaweiSandbox): Pick<Acts, DeskAct> {
  const { act } = sandbox;
  const ours = sandbox
    .orders()
    .flatMap(({ status, through, resources }) =>
      status === 6 && through === 'api' ? resources : [],
    );
  const held = ours[which % Math.max(1, ours.length)];
  const takeOver = (by: string): unknown => held && act.takeOver({ resource: held, by });
  const order = (by: string, ordered: string, period: 'month' | 'year' = 'month'): unknown =>
    act.placeOrder({ resources: [ordered], by, period });
  return {
    'a colleague takes over': () => takeOver('colleague'),
    'our user takes over': () => takeOver(US),
    'auto-renewal takes over': () => held && act.autoRenew({ resource: held }),
    'a colleague orders elsewhere': () => order('colleague', ELSEWHERE),
    'our user orders elsewhere': () => order(US, ELSEWHERE),
    'our user orders for a month': () => order(US, resource),
    'our user orders for a year': () => order(US, resource, 'year'),
  };
}

function providerActs(
  resource: string,
  sandbox: HuaweiSandbox,
): Omit<Acts, (typeof TO_THE_JOB)[number] | OrderAct | DeskAct> {
  const { act } = sandbox;
  return {
    'a colleague renews': () => act.renewOutside({ resource }),
    'auto-renewal fires': () => act.autoRenew({ resource }),
    'a colleague orders': () => act.placeOrder({ resources: [resource] }),
    'is locked': () => act.lock({ resource, kind: 'processing' }),
    'is unlocked': () => {
      if (isUnpaid(resource, sandbox)) act.unlock({ resource });
    },
    dearer: () => {
      act.reprice({ resource, month: '10.60', year: '106.00' });
    },
    cheaper: () => {
      act.reprice({ resource, month: '8.00', year: '80.00' });
    },
    'loses its discount': () => {
      act.setDiscounts({ resource, discounts: [] });
    },
    'balance 5': () => {
      act.setBalance({ amount: '5' });
    },
    'topped up by 100': () => {
      act.topUp({ amount: '100' });
    },
    frozen: () => {
      act.setFrozen({ frozen: true });
    },
    'key refused': () => {
      act.refuseKey();
    },
  };
}

/** Whether the order that holds the resource is unpaid: cancelling a paid one would be a refund. */
function isUnpaid(resource: string, { resources, orders }: HuaweiSandbox): boolean {
  const heldBy = resources().find(({ id }) => id === resource)?.heldBy;
  return orders().some(({ id, status }) => id === heldBy && status === 6);
}

/** An order that is not over, ours or a colleague's. */
function orderOf(sandbox: HuaweiSandbox, which: number): string {
  const live = sandbox.orders().filter(({ status }) => status === 6 || status === 3);
  return live[which % Math.max(1, live.length)]?.id ?? 'none';
}

/** A message that may be received at this moment; time does not move on for it. */
async function deliverNow(app: InProcess): Promise<void> {
  const message = app.queues.next();
  if (message !== null && message.visibleAt <= app.clock.now) await app.deliver(message);
}

/** Who did something in the world: our own program, a person at the same desk, the provider itself. */
export type Who = 'renewsheet' | 'colleague' | 'auto-renewal';

/** An order as it really stands, whatever a read shows of it. */
export interface WorldOrder {
  readonly id: string;
  /** Resources that it renews, with the expiry that each had when it was made. */
  readonly lines: readonly { readonly id: string; readonly from: number }[];
  readonly months: number;
  readonly cents: number;
  readonly state: 'unpaid' | 'processing' | 'completed' | 'cancelled';
  readonly by: Who;
  /** Whether the provider shows our own user for it; a colleague may work with that one too. */
  readonly asUs: boolean;
  /** Which of the jobs ordered it, from 0; null: none of ours. */
  readonly job: number | null;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What was really taken for it; null: nothing. */
  readonly charged: number | null;
  readonly paidBy: Who | null;
  /** Epoch milliseconds; null: unpaid. */
  readonly paidAt: number | null;
  readonly cancelledBy: Who | null;
}

/** The truth at one moment. Never changed in place: each change makes another one. */
export interface World {
  /** Epoch milliseconds, by resource. */
  readonly expiries: Readonly<Record<string, number>>;
  /** In the order in which they were made. */
  readonly orders: readonly WorldOrder[];
}

/** One step from a world to the next. */
export type Change = (world: World) => World;

/** What a row costs a month. All rows cost the same, so that amounts are equal by chance. */
export const MONTH_CENTS = 1000;
const DAY_MS = 86_400_000;

/** The resource that is in no file of ours. */
export const STRANGER = 'x0';

/** How long so many months are here: only the order of days matters. */
export function monthsMs(months: number): number {
  return months * 31 * DAY_MS;
}

/** What a term costs: a year is ten months' price, so that terms can be told apart by amounts. */
export function termCents(months: number): number {
  return months === 12 ? 10 * MONTH_CENTS : months * MONTH_CENTS;
}

/** The order with that id. */
export function orderOf(world: World, id: string): WorldOrder | null {
  return world.orders.find((order) => order.id === id) ?? null;
}

/** Whether an order is still under way: it holds its resources (contract, sections 5.4 and 13.1). */
export function isOpen({ state }: WorldOrder): boolean {
  return state === 'unpaid' || state === 'processing';
}

/** The open order that holds the resource. */
export function holderOf(world: World, id: string): WorldOrder | null {
  return (
    world.orders.find((one) => isOpen(one) && one.lines.some((line) => line.id === id)) ?? null
  );
}

/** A new unpaid order of these resources; `cents` where it costs something else than its lines. */
export function make(
  ids: readonly string[],
  made: Pick<WorldOrder, 'by' | 'job' | 'at' | 'months'> & {
    readonly cents?: number;
    readonly asUs?: boolean;
  },
): Change {
  return (world) => {
    const { cents = ids.length * termCents(made.months) } = made;
    const lines = ids.map((id) => ({ id, from: world.expiries[id]! }));
    const id = `CS${world.orders.length + 1}`;
    const { by, job, at, months } = made;
    const { asUs = by === 'renewsheet' } = made;
    const blank = {
      state: 'unpaid',
      charged: null,
      paidBy: null,
      paidAt: null,
      cancelledBy: null,
    } as const;
    return {
      ...world,
      orders: [...world.orders, { id, lines, months, cents, by, asUs, job, at, ...blank }],
    };
  };
}

function withOrder(world: World, id: string, change: Partial<WorldOrder>): World {
  return {
    ...world,
    orders: world.orders.map((order) => (order.id === id ? { ...order, ...change } : order)),
  };
}

/** Takes the money, if the order is unpaid; its periods come with {@link complete}. */
export function take(id: string, paidBy: Who, at: number, cents?: number): Change {
  return (world) => {
    const order = orderOf(world, id);
    if (order?.state !== 'unpaid') return world;
    return withOrder(world, id, {
      state: 'processing',
      paidBy,
      paidAt: at,
      charged: cents ?? order.cents,
    });
  };
}

/** Moves the expiries on, if the order is in process. */
export function complete(id: string): Change {
  return (world) => {
    const order = orderOf(world, id);
    if (order?.state !== 'processing') return world;
    const moved = order.lines.map((line) => [
      line.id,
      world.expiries[line.id]! + monthsMs(order.months),
    ]);
    const expiries = { ...world.expiries, ...Object.fromEntries(moved) };
    return { ...withOrder(world, id, { state: 'completed' }), expiries };
  };
}

/** Pays and completes at once. */
export function pay(id: string, paidBy: Who, at: number, cents?: number): Change {
  return (world) => complete(id)(take(id, paidBy, at, cents)(world));
}

/** Cancels, if the order is unpaid. */
export function cancel(id: string, cancelledBy: Who): Change {
  return (world) =>
    orderOf(world, id)?.state === 'unpaid'
      ? withOrder(world, id, { state: 'cancelled', cancelledBy })
      : world;
}

/** The id of the order that the next {@link make} will make. */
export function nextId(world: World): string {
  return `CS${world.orders.length + 1}`;
}

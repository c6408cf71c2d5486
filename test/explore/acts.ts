import type { Mishap } from './chooser.ts';
import {
  cancel,
  type Change,
  holderOf,
  make,
  nextId,
  pay,
  STRANGER,
  take,
  type Who,
  type World,
} from './world.ts';
import type { Channel } from './world-line.ts';

/** What somebody else does between two of our steps. */
export interface Act extends Mishap {
  readonly words: string;
  readonly change: Change;
  /** What does not show it yet. */
  readonly late: readonly Channel[];
}

function act(name: string, words: string, change: Change, late: readonly Channel[] = []): Act {
  return { name, words, change, late };
}

/** An order of somebody else, renewed at once: the provider takes one more period without a warning. */
function renewal(ids: readonly string[], by: Who, at: number): Change {
  return (world) => {
    const id = nextId(world);
    return pay(id, by, at)(make(ids, { by, job: null, at, months: 1 })(world));
  };
}

/**
 * All that a colleague at the same desk, or auto-renewal, can do now. An open order holds its
 * resources for everybody, and only what is unpaid can be paid or cancelled (contract, sections 5.4
 * and 13.1); auto-renewal cancels an unpaid order of its resource by itself.
 */
export function actsOf(world: World, ids: readonly string[], at: number): Act[] {
  const free = ids.filter((id) => holderOf(world, id) === null);
  const unpaid = world.orders.filter(({ state }) => state === 'unpaid');
  return [
    ...free.flatMap((id) => freeActs(id, at)),
    ...(free.length > 1 ? togetherActs(free, at) : []),
    ...strangerActs(world, at),
    ...unpaid.flatMap(({ id, by, lines }) =>
      by === 'renewsheet'
        ? oursActs(
            id,
            lines.map((line) => line.id),
            at,
          )
        : theirsActs(id, at),
    ),
  ];
}

function freeActs(id: string, at: number): Act[] {
  const late = ['resources', 'list'] as const;
  const unpaid = (months: number): Change => make([id], { by: 'colleague', job: null, at, months });
  return [
    act('a colleague renews a row', `a colleague renews ${id}`, renewal([id], 'colleague', at)),
    ...late.map((channel) =>
      act(
        `a colleague renews a row, ${SHOWN_LATE[channel]}`,
        `a colleague renews ${id}; ${SHOWN_LATE[channel]}`,
        renewal([id], 'colleague', at),
        [channel],
      ),
    ),
    act('a colleague orders a row', `a colleague orders ${id} for a month, unpaid`, unpaid(1)),
    act(
      'a colleague orders a row for a year',
      `a colleague orders ${id} for a year, unpaid`,
      unpaid(12),
    ),
  ];
}

function togetherActs(ids: readonly string[], at: number): Act[] {
  const by = { by: 'colleague', job: null, at } as const;
  return [
    act(
      'a colleague orders the same rows',
      `a colleague orders ${ids.join(' and ')} for a month, unpaid`,
      make(ids, { ...by, months: 1 }),
    ),
    act(
      'a colleague orders the same rows for a year',
      `a colleague orders ${ids.join(' and ')} for a year, unpaid`,
      make(ids, { ...by, months: 12 }),
    ),
    ...[1, 12].map((months) =>
      act(
        `a colleague orders the same rows as our user for ${months} months`,
        `a colleague orders ${ids.join(' and ')} as our own user for ${months} months, unpaid`,
        make(ids, { ...by, months, asUs: true }),
      ),
    ),
  ];
}

/** An order that has nothing to do with the file, and costs what one of its rows costs. */
function strangerActs(world: World, at: number): Act[] {
  if (holderOf(world, STRANGER) !== null) return [];
  return [
    act(
      'a colleague orders something else of the same price',
      `a colleague orders ${STRANGER}, which is in no file and costs the same, unpaid`,
      make([STRANGER], { by: 'colleague', job: null, at, months: 1 }),
    ),
  ];
}

function oursActs(id: string, lines: readonly string[], at: number): Act[] {
  const takeOver =
    (by: Who): Change =>
    (world) =>
      renewal(lines, by, at)(cancel(id, by)(world));
  return [
    act('a colleague pays our order', `a colleague pays our order ${id}`, pay(id, 'colleague', at)),
    act(
      'a colleague pays our order, which is in process for a while',
      `a colleague pays our order ${id}, which stays in process`,
      take(id, 'colleague', at),
    ),
    act(
      'a colleague cancels our order',
      `a colleague cancels our order ${id}`,
      cancel(id, 'colleague'),
    ),
    act(
      'a colleague takes over',
      `a colleague cancels our order ${id} and renews ${lines.join(' and ')}`,
      takeOver('colleague'),
    ),
    act(
      `a colleague takes over, ${SHOWN_LATE.resources}`,
      `a colleague cancels our order ${id} and renews ${lines.join(' and ')}; ${SHOWN_LATE.resources}`,
      takeOver('colleague'),
      ['resources'],
    ),
    act(
      'auto-renewal takes over',
      `auto-renewal cancels our order ${id} and renews ${lines.join(' and ')}`,
      takeOver('auto-renewal'),
    ),
  ];
}

function theirsActs(id: string, at: number): Act[] {
  return [
    act('a colleague pays the own order', `the colleague pays ${id}`, pay(id, 'colleague', at)),
    act(
      'a colleague cancels the own order',
      `the colleague cancels ${id}`,
      cancel(id, 'colleague'),
    ),
  ];
}

/** What a late change is called, by what does not show it. */
export const SHOWN_LATE: Readonly<Record<Channel, string>> = {
  resources: 'the expiries show it 20 minutes late',
  prices: 'the price call shows it 20 minutes late',
  order: 'the order itself shows it 20 minutes late',
  list: 'the list of orders shows it 20 minutes late',
  'order rows': 'the resources under the order show it 20 minutes late',
};

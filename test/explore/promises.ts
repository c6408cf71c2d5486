import { told } from '../support/told.ts';
import { type Broken, covers, type EndOfRun, wordOf } from './end-of-run.ts';
import { APPROVED_EXPIRY } from './witness.ts';
import { termCents, type WorldOrder } from './world.ts';

/** So many orders a row and job at most, whatever happens. */
const MOST_ORDERS = 6;

/** Every promise that the run broke, but for what its sheets said. */
export function brokenPromises(end: EndOfRun): Broken[] {
  return [
    ...twice(end),
    ...afterAnother(end),
    ...above(end),
    ...otherTerm(end),
    ...meddling(end),
    ...firstAlone(end),
    ...leftBehind(end),
    ...inCircles(end),
    ...faults(end),
  ];
}

function paidByUs({ world }: EndOfRun): WorldOrder[] {
  return world.orders.filter(({ paidBy }) => paidBy === 'renewsheet');
}

/** No resource gets two periods paid by us, in whichever of the jobs. */
function twice(end: EndOfRun): Broken[] {
  return end.rows.flatMap((id): Broken[] => {
    const orders = paidByUs(end).filter((order) => covers(order, id));
    if (orders.length < 2) return [];
    const names = orders.map((order) => order.id).join(' and ');
    return [{ promise: 'never twice', what: `${id} is paid by ${names}` }];
  });
}

/** Nothing is paid for a row whose next period somebody else has bought, if that could be known. */
function afterAnother(end: EndOfRun): Broken[] {
  return paidByUs(end).flatMap((order): Broken[] => {
    const known = end.testimony.known.get(order.id);
    const others = order.lines.filter(({ id, from }) =>
      end.world.orders.some(
        (one) =>
          one.id !== order.id &&
          one.paidBy !== null &&
          one.paidBy !== 'renewsheet' &&
          from > APPROVED_EXPIRY &&
          covers(one, id),
      ),
    );
    if (others.length === 0 || known === undefined || known === 'hidden') return [];
    const promise =
      known === 'shown' ? 'never after another, as shown' : 'never after another, as could be seen';
    const names = others.map(({ id }) => id).join(' and ');
    return [{ promise, what: `${order.id} is paid although ${names} was renewed by another` }];
  });
}

/** No order of ours takes more than was approved for its rows; what charges above what it showed is another promise. */
function above(end: EndOfRun): Broken[] {
  return paidByUs(end).flatMap((order): Broken[] => {
    const approved =
      order.lines.filter(({ id }) => end.rows.includes(id)).length * termCents(end.months);
    const strange = order.lines.some(({ id }) => !end.rows.includes(id));
    if (order.cents <= approved && !strange) return [];
    const what = `${order.id} is paid with ${order.cents} of ${approved} approved${strange ? ', and for a resource of no file' : ''}`;
    return [{ promise: 'never above approval', what }];
  });
}

/** What we pay has the approved term. */
function otherTerm(end: EndOfRun): Broken[] {
  return paidByUs(end).flatMap(({ id, months }): Broken[] => {
    if (months === end.months) return [];
    const what = `${id} is paid for ${months} months, approved were ${end.months}`;
    return [{ promise: 'only what was approved', what }];
  });
}

/**
 * We pay what somebody else ordered only where nothing that the provider shows tells it from ours:
 * its rows, its term and, if we have a user on record, its user. We cancel it only if its user is
 * ours on record too.
 */
function meddling({ world, rows, months, ownUser }: EndOfRun): Broken[] {
  return world.orders.flatMap((order): Broken[] => {
    const { id, by, asUs, paidBy, cancelledBy } = order;
    if (by === 'renewsheet') return [];
    const same = order.months === months && order.lines.every((one) => rows.includes(one.id));
    const pays = paidBy === 'renewsheet' && !(same && (asUs || !ownUser));
    const cancels = cancelledBy === 'renewsheet' && !(same && asUs && ownUser);
    if (!pays && !cancels) return [];
    const what = `we ${pays ? 'pay' : 'cancel'} ${id}, which is ${by}'s`;
    return [{ promise: 'never an order of others', what }];
  });
}

/**
 * At most one order of a job is charged above what it showed: the next is not paid any more, before
 * a person has looked and resumed it.
 */
function firstAlone(end: EndOfRun): Broken[] {
  return end.reports.flatMap((_, job): Broken[] => {
    const dear = paidByUs(end).filter(
      (order) => order.job === job && (order.charged ?? 0) > order.cents,
    );
    const eras = dear.map(({ id }) => end.testimony.resumes.get(id));
    if (new Set(eras).size === dear.length) return [];
    const names = dear.map(({ id }) => id).join(' and ');
    return [
      { promise: 'the first payment alone', what: `${names} are charged above what they showed` },
    ];
  });
}

/** What we ordered and is still unpaid stands in some row's order or advice. */
function leftBehind({ world, reports }: EndOfRun): Broken[] {
  const named = reports
    .flatMap(({ rows }) =>
      rows.map(({ outcome }) => `${outcome.order ?? ''} ${told(outcome).advice}`),
    )
    .join(' ');
  return world.orders.flatMap((order): Broken[] => {
    const { id, by, state, lines, job } = order;
    if (by !== 'renewsheet' || state !== 'unpaid') return [];
    if (named.split(/[\s,.]+/u).includes(id)) return [];
    const report = job === null ? undefined : reports[job];
    const words = lines.map((line) => wordOf(report, line.id)).join(' and ');
    return [
      {
        promise: 'every order is paid, cancelled or named',
        what: `${id} is ${state} and in no row; its rows are called ${words}`,
      },
    ];
  });
}

function inCircles({ world, rows, reports }: EndOfRun): Broken[] {
  return reports.flatMap((_, job): Broken[] => {
    const made = world.orders.filter((order) => order.job === job).length;
    if (made <= MOST_ORDERS * rows.length) return [];
    return [{ promise: 'orders and cancels have a bound', what: `${made} orders are made` }];
  });
}

/** Workers may die and lose their leases; nothing else is ever thrown. */
const EXPECTED: ReadonlySet<string> = new Set(['Crash', 'LeaseLost']);

function faults(end: EndOfRun): Broken[] {
  return end.faults.flatMap((fault): Broken[] => {
    if (fault instanceof Error && EXPECTED.has(fault.name)) return [];
    return [{ promise: 'no fault', what: String(fault) }];
  });
}

import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { told } from '../support/told.ts';
import { APPROVED_EXPIRY, type Testimony } from './witness.ts';
import { MONTH_CENTS, type World, type WorldOrder } from './world.ts';

/** What is promised, one name each. The page of the explorer says exactly what they mean. */
export const PROMISES = [
  'never twice',
  'never after another, as shown',
  'never after another, as could be seen',
  'never above approval',
  'the first payment alone',
  'every order is paid, cancelled or named',
  'no untrue sentence',
  'the figures are the ledger',
  'every job ends',
  'orders and cancels have a bound',
  'no fault',
] as const;

export type Promised = (typeof PROMISES)[number];

/** A promise that a run broke, and how. */
export interface Broken {
  readonly promise: Promised;
  readonly what: string;
}

/** What is known at the end of a run. */
export interface EndOfRun {
  readonly world: World;
  readonly testimony: Testimony;
  /** The last report of each job. */
  readonly reports: readonly ResultsReport[];
  readonly faults: readonly unknown[];
  /** The resources of the file. */
  readonly rows: readonly string[];
}

/** So many orders a row and job at most, whatever happens. */
const MOST_ORDERS = 6;

/** Every promise that the run broke. */
export function brokenPromises(end: EndOfRun): Broken[] {
  return [
    ...twice(end),
    ...afterAnother(end),
    ...above(end),
    ...firstAlone(end),
    ...leftBehind(end),
    ...untrue(end),
    ...figures(end),
    ...inCircles(end),
    ...faults(end),
  ];
}

function paidByUs({ world }: EndOfRun): WorldOrder[] {
  return world.orders.filter(({ paidBy }) => paidBy === 'renewsheet');
}

function covers(order: WorldOrder, id: string): boolean {
  return order.lines.some((line) => line.id === id);
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
    const approved = order.lines.filter(({ id }) => end.rows.includes(id)).length * MONTH_CENTS;
    const strange = order.lines.some(({ id }) => !end.rows.includes(id));
    if (order.cents <= approved && !strange) return [];
    const what = `${order.id} is paid with ${order.cents} of ${approved} approved${strange ? ', and for a resource of no file' : ''}`;
    return [{ promise: 'never above approval', what }];
  });
}

/** At most one order of a job is charged above what it showed: the next is not paid any more. */
function firstAlone(end: EndOfRun): Broken[] {
  return end.reports.flatMap((_, job): Broken[] => {
    const dear = paidByUs(end).filter(
      (order) => order.job === job && (order.charged ?? 0) > order.cents,
    );
    if (dear.length < 2) return [];
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

function wordOf(report: ResultsReport | undefined, id: string): string {
  return report?.rows.find(({ row }) => row.resourceId === id)?.outcome.outcome ?? 'nothing';
}

function untrue(end: EndOfRun): Broken[] {
  return end.reports.flatMap((report, job) =>
    report.rows.flatMap(({ row, outcome }): Broken[] => {
      const id = row.resourceId!;
      const why = whyUntrue(end, job, id, outcome.outcome);
      const what = `job ${job + 1} calls ${id} "${outcome.outcome}" (${outcome.reason.id}), ${why ?? ''}`;
      return why === null ? [] : [{ promise: 'no untrue sentence', what }];
    }),
  );
}

/** What speaks against a word; null: it is true. */
function whyUntrue(end: EndOfRun, job: number, id: string, word: string): string | null {
  const { world, testimony, reports } = end;
  const orders = world.orders.filter((order) => order.job === job && covers(order, id));
  const paid = orders.filter(({ paidBy }) => paidBy === 'renewsheet');
  const later = world.expiries[id]! > APPROVED_EXPIRY;
  switch (word) {
    case 'renewed': {
      if (!orders.some(({ state, paidBy }) => state === 'completed' && paidBy !== null)) {
        return 'but no order of ours for it is paid and completed';
      }
      return later ? null : 'but its expiry is the old one';
    }
    case 'already renewed': {
      if (paid.length > 0) return 'but we have paid for it';
      const before = reports.slice(0, job).some((report) => wordOf(report, id) === 'renewed');
      if (!later) return 'but its expiry is the old one';
      return testimony.wasShown(id, job) || before ? null : 'but no later expiry was ever shown';
    }
    case 'needs review':
      return null;
    default: {
      const known = new Set(reports[job]!.orders.map((order) => order.id));
      const open = orders.find(
        ({ id: order, paidBy }) => paidBy === 'renewsheet' || (paidBy !== null && known.has(order)),
      );
      return open === undefined ? null : `but ${open.id} for it is ${open.state}`;
    }
  }
}

/**
 * What the rows say was paid is what our orders were charged, unless a row asks a person. What
 * somebody else paid counts where the sheet lists the order.
 */
function figures({ world, reports }: EndOfRun): Broken[] {
  return reports.flatMap((report, job): Broken[] => {
    const listed = new Set(report.orders.map(({ id }) => id));
    const ours = world.orders.filter(
      (order) => order.job === job && (order.paidBy === 'renewsheet' || listed.has(order.id)),
    );
    const charged = ours.reduce((all, order) => all + (order.charged ?? 0), 0);
    const said = report.rows.reduce(
      (all, { outcome }) => all + Math.round(Number(outcome.paid?.amount ?? 0) * 100),
      0,
    );
    const open = report.rows.some(
      ({ outcome }) => outcome.outcome === 'needs review' && outcome.paid === null,
    );
    if (said === charged || (open && said < charged)) return [];
    const what = `job ${job + 1} says ${said} paid, ${charged} were charged`;
    return [{ promise: 'the figures are the ledger', what }];
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

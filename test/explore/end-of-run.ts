import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import type { Testimony } from './witness.ts';
import type { World, WorldOrder } from './world.ts';

/** What is promised, one name each. The page of the explorer says exactly what they mean. */
export const PROMISES = [
  'never twice',
  'never after another, as shown',
  'never after another, as could be seen',
  'never above approval',
  'only what was approved',
  'never an order of others',
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
  /** The approved term. */
  readonly months: number;
  /** Whether the account has a user of its own on record. */
  readonly ownUser: boolean;
}

/** Whether the order renews the resource. */
export function covers(order: WorldOrder, id: string): boolean {
  return order.lines.some((line) => line.id === id);
}

/** What a report calls the row of a resource. */
export function wordOf(report: ResultsReport | undefined, id: string): string {
  return report?.rows.find(({ row }) => row.resourceId === id)?.outcome.outcome ?? 'nothing';
}

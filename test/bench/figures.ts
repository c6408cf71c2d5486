import type { Totals } from '../../shared/renewal/books/books.ts';
import type { HuaweiCall } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { AwsCall } from '../../infra/cloud/permissions/gate.ts';
import type { Handled } from './function-records.ts';
import type { Usage } from '../support/process-entry.ts';
import type { Scenario } from './scenario.ts';

/** What happened from the end of the chunk before, or the begin of the event, to the end of one. */
export interface ChunkFigures {
  readonly calls: readonly HuaweiCall[];
  /** Writes of the chunk's journal and of the job. */
  readonly writes: number;
  readonly awsRequests: readonly AwsCall[];
  /** When the work on it began, in epoch milliseconds, and how long it took. */
  readonly from: number;
  readonly ms: number;
}

/** What one quote took. */
export interface Figures {
  readonly scenario: Scenario;
  readonly status: string;
  readonly outcomes: Totals['outcomes'] | null;
  /** From the drop to the results workbook in the bucket. */
  readonly wallMs: number;
  /** Of the processes of all functions, and of this one: the cloud, the sandbox and the bench. */
  readonly functionsCpuMs: number;
  readonly cloudCpuMs: number;
  readonly calls: readonly HuaweiCall[];
  readonly awsCalls: readonly AwsCall[];
  readonly chunks: readonly ChunkFigures[];
  /** Every run of a function, but that of the tick after it. */
  readonly handled: readonly Handled[];
  /** By the functions' names. */
  readonly usage: ReadonlyMap<string, Usage>;
}

/** A chunk whose calls were all accepted; the first of a job may teach the account its ladder. */
export function isUndisturbed({ calls }: ChunkFigures): boolean {
  return calls.every(({ code }) => code === null);
}

/** The greatest of some numbers; 0 of none. */
export function most(numbers: readonly number[]): number {
  return numbers.reduce((greatest, one) => Math.max(greatest, one), 0);
}

/** The middle one of some numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SoakOptions } from './soak-options.ts';
import type { WorkerReport, WorkerShare } from './soak-worker.ts';

const ENTRY = fileURLToPath(new URL('soak-worker.ts', import.meta.url));

/** The worker processes of a soak. */
export interface SoakWorkers {
  /** Resolves when all have ended; rejects when one died. */
  readonly ended: Promise<void>;
  readonly stop: () => void;
}

/** Starts them; `onRun` hears of each run. They share the seeds between them. */
export function startWorkers(
  { seed, runs, workers, minutes }: SoakOptions,
  onRun: (report: WorkerReport) => void,
): SoakWorkers {
  const until = Date.now() + minutes * 60_000;
  const end = runs === null ? null : seed + runs;
  const count = Math.min(workers, runs ?? workers);
  const children = Array.from({ length: count }, (_, index) => {
    const share: WorkerShare = { first: seed + index, step: count, end, until };
    // The options by which this process reads TypeScript are handed on by `fork` itself.
    const child = fork(ENTRY, [JSON.stringify(share)]);
    child.on('message', (report: WorkerReport) => {
      onRun(report);
    });
    return child;
  });
  let stopped = false;
  return {
    ended: Promise.all(children.map(endOf(() => stopped))).then(() => undefined),
    stop: () => {
      stopped = true;
      for (const child of children) child.kill();
    },
  };
}

function endOf(stopped: () => boolean): (child: ChildProcess) => Promise<void> {
  return async (child) => {
    await new Promise<void>((resolve, reject) => {
      child.on('exit', (code, signal) => {
        if (code === 0 || stopped()) resolve();
        else reject(new Error(`A worker ended with ${code ?? signal}.`));
      });
    });
  };
}

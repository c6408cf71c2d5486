import { setTimeout as pause } from 'node:timers/promises';
import { isOver } from '../../../../shared/jobs/job.ts';
import type { OperateEvent } from '../../../../shared/messages/operate-event.ts';
import type { Asked, OperateClient } from '../cloud/ask-operate.ts';
import { RowRate } from './row-rate.ts';
import type { WatchView } from './watch-view.ts';

const PAUSE_MS = 2000;

/**
 * Shows a job until it is over or suspended and returns the last answer. Rejects with what
 * `signal` was aborted with.
 */
export async function watchStatus(
  event: OperateEvent,
  { ask }: OperateClient,
  view: WatchView,
  signal: AbortSignal,
): Promise<Asked> {
  const rate = new RowRate();
  try {
    for (;;) {
      const asked = await ask(event, signal);
      const { job } = asked.answer;
      if (!asked.answer.ok || job === undefined) return asked;
      view.show(job, rate.take(job.decided, Date.now()));
      if (isOver(job.status) || job.status === 'suspended') return asked;
      await pause(PAUSE_MS, undefined, { signal });
    }
  } finally {
    view.end();
  }
}

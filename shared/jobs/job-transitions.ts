import { ForbiddenTransition, table } from '../renewal/transitions/transition.ts';
import type { JobStatus } from './job.ts';

/** What happens to a job. */
export type JobEvent =
  | 'planned'
  | 'rejected at the door'
  | 'started'
  | 'started on a held account'
  | 'suspended'
  | 'resumed'
  | 'cancelled'
  /** The approved file is gone or was replaced. */
  | 'withdrawn'
  | 'approval not visible'
  | 'expired'
  | 'rejected'
  | 'all chunks finished'
  | 'ended';

/** Every change that a job may make. What is not here is refused before anything is written. */
export const JOB_TRANSITIONS = table<JobStatus, JobEvent>([
  ['none', 'planned', 'planning', 'vocabulary, section 3'],
  ['planning', 'planned', 'waiting', 'vocabulary, section 3'],
  ['planning', 'rejected at the door', 'rejected', 'vocabulary, section 3'],
  // Nothing was ordered, and who reads the file finds it cancelled: there is nothing to settle.
  ['planning', 'cancelled', 'cancelled', 'vocabulary, section 3'],
  ['waiting', 'started', 'running', 'vocabulary, section 3'],
  ['waiting', 'started on a held account', 'suspended', 3],
  ['waiting', 'cancelled', 'finishing', 'vocabulary, section 3'],
  ['waiting', 'withdrawn', 'finishing', 3],
  ['waiting', 'approval not visible', 'suspended', 3],
  ['running', 'suspended', 'suspended', 7],
  ['running', 'cancelled', 'finishing', 'vocabulary, section 3'],
  ['running', 'expired', 'finishing', 'vocabulary, section 3'],
  ['running', 'rejected', 'finishing', 'vocabulary, section 4'],
  ['running', 'all chunks finished', 'finishing', 'vocabulary, section 3'],
  ['suspended', 'resumed', 'running', 7],
  ['suspended', 'cancelled', 'finishing', 'vocabulary, section 3'],
  ['suspended', 'withdrawn', 'finishing', 3],
  ['suspended', 'expired', 'finishing', 'vocabulary, section 3'],
  ['finishing', 'ended', 'done', 'vocabulary, section 3'],
  ['finishing', 'ended', 'rejected', 'vocabulary, section 3'],
  ['finishing', 'ended', 'cancelled', 'vocabulary, section 3'],
  ['finishing', 'ended', 'expired', 'vocabulary, section 3'],
]);

const PERMITTED: ReadonlySet<string> = new Set(
  JOB_TRANSITIONS.map(({ from, to }) => `${from} ${to}`),
);

/**
 * Refuses a change of a job's state that the table does not permit, whichever of the states it
 * starts from. Throws {@link ForbiddenTransition}.
 */
export function checkMove({
  from,
  to,
}: {
  readonly from: readonly JobStatus[];
  readonly to: JobStatus;
}): void {
  const forbidden = from.find((state) => !PERMITTED.has(`${state} ${to}`));
  if (forbidden === undefined) return;
  throw new ForbiddenTransition({ machine: 'job', from: forbidden, event: 'move', to });
}

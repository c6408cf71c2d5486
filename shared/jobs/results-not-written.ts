import { RESULTS_NOT_WRITTEN } from '../notices/alarms.ts';
import type { Log } from '../ports/log.ts';
import type { Job, Sheet } from './job.ts';

/**
 * Writes the line whose alarm says that a job's results, or a file beside them, could not be written
 * in a form.
 */
export function tellNotWritten(
  { id, account }: Job,
  form: Sheet | 'retry' | 'review',
  error: unknown,
  log: Log,
): void {
  log.warn('results could not be written', {
    alarm: RESULTS_NOT_WRITTEN,
    job: id,
    account,
    form,
    error: error instanceof Error ? error : String(error),
  });
}

import { orderIds } from '../../journal-view.ts';
import { openTasks, TASKS_AT_ONCE } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';
import { askOthersPaid } from './others-bought.ts';

/**
 * How many more tasks may be begun now, for the account has so many that are not settled: those of
 * the job by its journals, and those of other jobs and of other people by the provider's list. Null:
 * more must be read first.
 */
export function roomForTasks(context: Context, draft: Draft): number | null {
  const { facts, journal } = context;
  const listed = askOthersPaid(context, draft);
  if (facts.job === null) draft.ask({ kind: 'job' });
  if (facts.job === null || listed === null) return null;
  const own = orderIds(journal);
  const known = facts.job.orders;
  const others = new Set(
    listed.flatMap(({ id, state, task }) =>
      state === 'processing' && task !== undefined && !own.has(id) && !known.has(id) ? [task] : [],
    ),
  );
  return Math.max(0, TASKS_AT_ONCE - facts.job.tasks - openTasks(journal) - others.size);
}

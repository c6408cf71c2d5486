import type { Job } from '../../shared/jobs/job.ts';
import { OUTCOMES } from '../../shared/renewal/outcome.ts';
import type { JobView, OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { currencyOf, viewOf } from './job-view.ts';
import type { OperateServices } from './operate-services.ts';

/** How a job stands, with its history and what became of its rows so far. */
export async function showJob(
  job: Job,
  { journals, accounts, settings, clock }: OperateServices,
): Promise<OperateAnswer> {
  const known = await journals.list(job.id);
  const { active, waiting } = await accounts.read(job.account);
  const place = waiting.indexOf(job.id) + 1;
  const waitsFor = place > 0 && active !== null ? { job: active, place } : null;
  const currency = currencyOf(job, settings);
  const view = { ...viewOf({ job, journals: known, currency, now: clock() }), waitsFor };
  return { ok: true, line: lineOf(view), job: view };
}

function lineOf({
  id,
  account,
  file,
  status,
  reason,
  rows,
  decided,
  outcomes,
  waitsFor,
}: JobView): string {
  const counts = OUTCOMES.filter((word) => outcomes[word] > 0).map(
    (word) => `${outcomes[word]} ${word}`,
  );
  const behind =
    waitsFor === null ? '' : `, number ${waitsFor.place} in line behind ${waitsFor.job}`;
  const told = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  const why = reason === null ? '' : ` ${reason}`;
  return `Job ${id} (${file}, ${account}) is ${status}${behind}; ${decided} of ${rows} rows decided${told}.${why}`;
}

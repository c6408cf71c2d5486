import type { Job } from '../../shared/jobs/job.ts';
import { isOver } from '../../shared/jobs/job.ts';
import { isUnsettled } from '../../shared/jobs/unsettled-rows.ts';
import type { Journal, JournalRow } from '../../shared/renewal/journal.ts';
import { coverable, isClosed } from '../../shared/renewal/journal-view.ts';
import type { Outcome } from '../../shared/renewal/outcome.ts';
import type { JobView, OperateAnswer, RowView } from '../../shared/messages/operate-answer.ts';
import { ROWS_AT_ONCE } from '../../shared/messages/operate-event.ts';
import { reviewSteps, reviewSubject } from '../../shared/reasons/review-steps.ts';
import { say, sayWhole } from '../../shared/reasons/say.ts';
import { rowsText } from '../../shared/notices/notice-words.ts';
import { wallText } from '../../shared/values/wall-time.ts';
import { amounts, currencyOf, viewOf } from './job-view.ts';
import type { OperateServices } from './operate-services.ts';

/** Which rows of a job are asked for, and at which of them the answer begins. */
export interface WantedRows {
  readonly outcome?: Outcome | 'open' | undefined;
  readonly from?: number | undefined;
}

/**
 * The rows of a job that went into its chunks, as they stand: as in the file, but rows that need
 * review stand together by their order. With the figures of the whole job, so that it adds up.
 */
export async function listRows(
  job: Job,
  { outcome, from = 0 }: WantedRows,
  { journals, settings, clock }: OperateServices,
): Promise<OperateAnswer> {
  const known = await journals.list(job.id);
  const view = viewOf({
    job,
    journals: known,
    currency: currencyOf(job, settings),
    now: clock(),
  });
  const all = known.flatMap((journal) =>
    journal.rows.map((row, index) => ({ journal, row, index, order: orderOf(journal, index) })),
  );
  const wanted = all.filter(({ row }) => isWanted(row, outcome));
  const sorted = outcome === 'needs review' ? wanted.toSorted(byOrder) : wanted.toSorted(byPlace);
  const rows = sorted
    .slice(from, from + ROWS_AT_ONCE)
    .map(({ row, order }) => rowView(job, row, order));
  const nextFrom = from + rows.length < wanted.length ? from + rows.length : null;
  const byFile = byFileOf(job, view, outcome);
  const line = lineOf(job, wanted.length, outcome, byFile);
  return { ok: true, line, job: view, rows, nextFrom };
}

interface FoundRow {
  readonly row: JournalRow;
  readonly order: string | null;
}

function byPlace(a: FoundRow, b: FoundRow): number {
  return a.row.position - b.row.position;
}

function byOrder(a: FoundRow, b: FoundRow): number {
  const [left, right] = [a.order ?? '~', b.order ?? '~'];
  if (left === right) return byPlace(a, b);
  return left < right ? -1 : 1;
}

function isWanted({ outcome }: JournalRow, wanted: WantedRows['outcome']): boolean {
  if (wanted === undefined) return true;
  return wanted === 'open' ? outcome === null : outcome?.outcome === wanted;
}

/** The order that its outcome names; of an open row those that may yet be for it. */
function orderOf(journal: Journal, index: number): string | null {
  const { outcome } = journal.rows[index]!;
  if (outcome !== null) return outcome.order;
  const live = journal.parts.flatMap((part) =>
    part.orders.filter((order) => !isClosed(order) && coverable(part, order).includes(index)),
  );
  return live.length === 0 ? null : live.map(({ id }) => id).join(', ');
}

function rowView(job: Job, row: JournalRow, order: string | null): RowView {
  const { outcome, resourceId } = row;
  const advice = outcome === null ? null : say(outcome.reason, 'en').advice;
  const steps =
    isOver(job.status) && isUnsettled(row)
      ? reviewSteps(job.id, reviewSubject(order, resourceId), advice ?? '', 'en')
      : [];
  return {
    resource: resourceId,
    outcome: outcome?.outcome ?? null,
    expiry: wallText(row.expiry),
    approved: amounts([row.approved]),
    paid: outcome === null || outcome.paid === null ? null : amounts([outcome.paid]),
    order,
    reason: outcome === null ? null : sayWhole({ ...outcome.reason }, 'en'),
    advice: advice === '' ? null : advice,
    steps: [...steps],
  };
}

/** Rows that the file itself decided are in no journal: they are counted here, and shown in the results. */
function byFileOf(job: Job, { unnamed = 0 }: JobView, wanted: WantedRows['outcome']): number {
  const { decidedByFile } = job;
  if (wanted === 'open') return 0;
  if (decidedByFile === undefined) return wanted === undefined ? unnamed : 0;
  return wanted === undefined
    ? Object.values(decidedByFile).reduce((a, b) => a + b, 0)
    : decidedByFile[wanted];
}

function lineOf(
  { id, status }: Job,
  count: number,
  wanted: WantedRows['outcome'],
  byFile: number,
): string {
  const which = wanted === undefined ? '' : wanted === 'open' ? ' still open' : ` "${wanted}"`;
  const more =
    byFile === 0
      ? ''
      : `, and ${byFile} that the file itself decided: ${byFile === 1 ? 'it stands' : 'they stand'} in the results`;
  return `Job ${id} is ${status}: ${rowsText(count)}${which}${more}.`;
}

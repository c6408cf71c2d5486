import pc from 'picocolors';
import type { JobStatus } from '../../../../shared/jobs/job.ts';
import type { JobView } from '../../../../shared/messages/operate-answer.ts';
import { ageText } from './age-text.ts';
import { amountsText } from '../../terminal/amounts-text.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { textTable } from './text-table.ts';

const FILE_WIDTH = 40;

/** A job's state in its colour. */
export function statusText(status: JobStatus): string {
  switch (status) {
    case 'planning':
    case 'waiting':
      return pc.gray(status);
    case 'running':
    case 'finishing':
      return pc.cyan(status);
    case 'suspended':
      return pc.yellow(status);
    case 'done':
      return pc.green(status);
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return pc.magenta(status);
  }
}

function rowsText({ decided, rows }: JobView): string {
  return `${decided}/${rows}`;
}

/** What is paid so far, also while more is being paid. */
function paidText({ status, paid }: JobView): string {
  return status === 'planning' ? '-' : amountsText(paid);
}

/** Why somebody should look at it; nothing where nobody needs to. */
function attentionText({ attention }: JobView): string {
  return attention === null || attention === undefined ? '' : pc.yellow(plainText(attention));
}

function fileText(file: string): string {
  const text = plainText(file);
  return text.length > FILE_WIDTH ? `${text.slice(0, FILE_WIDTH - 1)}…` : text;
}

/** Jobs as a table, one line each; nothing where there is none. `now` in epoch milliseconds. */
export function listText(jobs: readonly JobView[], now: number): readonly string[] {
  if (jobs.length === 0) return [];
  const heading = ['JOB', 'ACCOUNT', 'FILE', 'STATUS', 'ROWS', 'PAID', 'AGE', 'NEEDS ATTENTION'];
  const rows = jobs.map((job) => [
    pc.bold(job.id),
    job.account,
    fileText(job.file),
    statusText(job.status),
    rowsText(job),
    paidText(job),
    ageText(job.droppedAt, now),
    attentionText(job),
  ]);
  return textTable([heading.map((word) => pc.dim(word)), ...rows], [4, 5, 6]);
}

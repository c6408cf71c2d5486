import pc from 'picocolors';
import { amountsText } from '../terminal/amounts-text.ts';
import type { JobAnswer } from '../terminal/job-answer.ts';
import { asTyped } from '../terminal/user-path.ts';
import { outcomesText } from '../terminal/progress-view.ts';

/** What a person reads at the end of a local run. */
export function summaryText(answer: JobAnswer): string {
  const lines = [
    '',
    pc.bold(`Job ${answer.jobId} is ${answer.status}.`),
    ...(answer.reason === null ? [] : [answer.reason]),
    `${answer.rows} rows: ${outcomesText({ outcomes: answer.outcomes, waiting: 0 }) || 'none'}`,
    `Approved ${amountsText(answer.approved)}, paid ${amountsText(answer.paid)}.`,
    ...(answer.status === 'suspended'
      ? ['A local run keeps no state, so it ends here; deployed, the job waits to be resumed.']
      : []),
    `Results: ${asTyped(answer.results)}`,
  ];
  return `${lines.join('\n')}\n`;
}

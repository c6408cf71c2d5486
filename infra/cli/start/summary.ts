import pc from 'picocolors';
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
    `Approved ${amounts(answer.approved)}, paid ${amounts(answer.paid)}.`,
    ...(answer.status === 'suspended'
      ? ['A local run keeps no state, so it ends here; deployed, the job waits to be resumed.']
      : []),
    `Results: ${asTyped(answer.results)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** "12.50 USD + 3.00 CNY" */
export function amounts(of: JobAnswer['paid']): string {
  return Object.entries(of)
    .map(([currency, amount]) => `${amount} ${currency}`)
    .join(' + ');
}

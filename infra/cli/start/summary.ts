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
    amountsLine(answer),
    ...(answer.status === 'suspended'
      ? ['A local run keeps no state, so it ends here; deployed, the job waits to be resumed.']
      : []),
    `Results: ${asTyped(answer.results)}`,
    ...(answer.retry === null ? [] : [`Another try: ${asTyped(answer.retry)}`]),
    ...(answer.review === null ? [] : [`Waits for you: ${asTyped(answer.review)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The figures by their names in the sheet; "approved in it" is not known of jobs of earlier releases. */
function amountsLine({ approved, approvedInIt, paid }: JobAnswer): string {
  const inIt = approvedInIt === undefined ? '' : `approved in it ${amountsText(approvedInIt)}, `;
  return `In the file ${amountsText(approved)}, ${inIt}paid ${amountsText(paid)}.`;
}

import { ACTS } from '../../phrases/summary-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { OperateEvent } from '../../messages/operate-event.ts';

/**
 * One line of JSON that the function `operate` takes as it is, for instance as a test event in the
 * Lambda console. With spaces between its fields, so that a cell can wrap it.
 */
function lineOf(event: OperateEvent): string {
  const fields = Object.entries(event).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{${fields.join(', ')}}`;
}

/** Lets a suspended job go on. */
export function resumeJson(job: string, language: Language): string {
  return lineOf({ command: 'resume', job, by: ACTS.yourName[language] });
}

/** Ends a job. */
export function cancelJson(job: string, language: Language): string {
  return lineOf({ command: 'cancel', job, by: ACTS.yourName[language] });
}

/** Says of a row that needs review that nothing was paid for it: what leads to no payment at all. */
export function settleJson(job: string, resource: string, language: Language): string {
  const by = ACTS.yourName[language];
  return lineOf({ command: 'settle', job, resource, as: 'not paid', by });
}

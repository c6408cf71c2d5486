import type { OperateEvent } from '../../messages/operate-event.ts';

/** What stands where a person has to put their name. */
const YOUR_NAME = 'your name';

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
export function resumeJson(job: string): string {
  return lineOf({ command: 'resume', job, by: YOUR_NAME });
}

/** Ends a job. */
export function cancelJson(job: string): string {
  return lineOf({ command: 'cancel', job, by: YOUR_NAME });
}

/** Says of a row that needs review that nothing was paid for it: what leads to no payment at all. */
export function settleJson(job: string, resource: string): string {
  return lineOf({ command: 'settle', job, resource, as: 'not paid', by: YOUR_NAME });
}

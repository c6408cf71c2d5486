import { createHash } from 'node:crypto';
import { jobIdOf } from '../jobs/job-id.ts';
import type { SurveyQuestion } from './survey.ts';

/**
 * The id of the survey that a question is. `moment` is the day of a scheduled one, so that a schedule
 * that fires twice asks once; the instant of a requested one, which is meant anew each time.
 */
export function surveyIdentity(question: SurveyQuestion, moment: string | number): string {
  const text = JSON.stringify([question, moment]);
  return jobIdOf(createHash('sha256').update(text).digest());
}

import type { Account } from '../settings/account.ts';
import { exportDay, exportQuestion, type ExportRequest } from './export-request.ts';
import { surveyIdentity } from './survey-identity.ts';
import { exportKey } from '../store/survey-keys.ts';

/**
 * The id of the survey that a request is. By the schedule (`by` null) it is the same all day, so that
 * a schedule that fires twice makes one file; what a person asks for is made anew each time.
 */
export function requestedSurvey(
  account: Account,
  request: ExportRequest,
  at: number,
  by: string | null,
): string {
  const moment = by === null ? exportDay(account, at) : at;
  return surveyIdentity(exportQuestion(account, request, at), moment);
}

/** Where the only file of a request will stand, or the first of several but for its number. */
export function requestedKey(
  account: Account,
  request: ExportRequest,
  at: number,
  by: string | null,
): string {
  return exportKey({
    account: account.name,
    day: exportDay(account, at),
    what: exportQuestion(account, request, at).what,
    survey: by === null ? null : requestedSurvey(account, request, at, by),
    part: 1,
    of: 1,
  });
}

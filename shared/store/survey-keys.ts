import { EXPORTS, SURVEYS } from './keys.ts';

/** The pieces of a survey, in the order in which they are made. */
export const SURVEY_STEPS = ['list', 'choose', 'price', 'assemble', 'write'] as const;
export type SurveyStep = (typeof SURVEY_STEPS)[number];

/** What was asked: the first object of a survey, never changed afterwards. */
export function questionKey(survey: string): string {
  return `${SURVEYS}${survey}/question.json`;
}

/** The result of one piece; those there is only one of have the number 0. */
export function pieceKey(survey: string, step: SurveyStep, number: number): string {
  return `${SURVEYS}${survey}/${step}-${String(number).padStart(5, '0')}.json`;
}

/** That a survey is over, and how: the last object of one. */
export function endKey(survey: string): string {
  return `${SURVEYS}${survey}/end.json`;
}

/** Which file of an export it is. */
export interface ExportFile {
  readonly account: string;
  /** `yyyy-MM-dd` */
  readonly day: string;
  readonly what: string;
  /** Null for the account's own of a day; a requested one has its quote id in its name. */
  readonly survey: string | null;
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** `exports/<account>/<day>-<what>.xlsx` */
export function exportKey({ account, day, what, survey, part, of }: ExportFile): string {
  const own = survey === null ? '' : `.${survey}`;
  const which = of === 1 ? '' : `.part-${part}-of-${of}`;
  return `${EXPORTS}${account}/${day}-${what}${own}${which}.xlsx`;
}

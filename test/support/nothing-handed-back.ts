import type { HandBack } from '../../functions/finish-job/hand-back.ts';

/** Hands no rows back: for runs in which no workbook is written. */
export const NOTHING_HANDED_BACK: HandBack = async () =>
  await Promise.resolve({ retry: null, review: null });

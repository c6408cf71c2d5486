import { withCode } from '../../../../../shared/reasons/reason.ts';
import { type Answer, type Remedy } from '../../../../../shared/renewal/answer.ts';
import { refusalOf } from '../../../../support/facts-sample.ts';

/** When the answer came. */
export const AT = 5;
/** The sizes of calls. */
export const SIZES = [100, 10, 1];
/** The provider did it. */
export const DONE: Answer<null> = { kind: 'done', value: null };
/** No answer came. */
export const UNKNOWN: Answer<null> = { kind: 'unknown', detail: 'timeout' };

/** It was refused, with that remedy. */
export function refused(remedy: Remedy): Answer<null> {
  return { kind: 'refused', refusal: refusalOf(remedy) };
}

/** What the journal keeps of such a refusal. */
export function note(remedy: Remedy) {
  const { code, reason } = refusalOf(remedy);
  return { code, reason };
}

/** The account cannot go on. */
export const SUSPEND = {
  kind: 'suspend',
  reason: withCode(refusalOf('suspend').reason, 'CBC.1'),
} as const;

import { withCode } from '../../../../../shared/reasons/reason.ts';
import type { Answer, Remedy } from '../../../../../shared/renewal/answer.ts';
import { refusalOf } from '../../../../support/facts-sample.ts';

/** The instant of each answer. */
export const AT = 5;

/** The call was made. */
export const DONE: Answer<null> = { kind: 'done', value: null };

/** No clear answer came. */
export const UNKNOWN: Answer<null> = { kind: 'unknown', detail: 'timeout' };

/** A clear no that asks for this. */
export function refused(remedy: Remedy): Answer<null> {
  return { kind: 'refused', refusal: refusalOf(remedy) };
}

/** What the journal keeps of such a no. */
export function note(remedy: Remedy) {
  const { code, reason } = refusalOf(remedy);
  return { code, reason };
}

/** What a refusal of the account comes to. */
export const SUSPEND = {
  kind: 'suspend',
  reason: withCode(refusalOf('suspend').reason, 'CBC.1'),
} as const;

import { tell } from '../../phrases/phrase.ts';
import { SURVEY_DETAILS, THEN } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Account } from '../../settings/account.ts';
import type { AskedSurvey } from '../../store/survey-items.ts';
import type { Answer } from '../../renewal/answer.ts';
import type { SurveyPiece } from '../../ports/exports.ts';
import type { Log } from '../../ports/log.ts';
import type { OrderMemory } from '../../ports/order-memory.ts';
import type { ResourceDesk } from '../../ports/provider.ts';
import type { Clock } from '../../ports/services.ts';
import { say } from '../../reasons/say.ts';
import type { AccountStore, JournalStore } from '../../ports/stores.ts';
import type { Pieces } from './pieces.ts';

/** All that a piece of a survey is made with. Nothing in it can create, pay or cancel an order. */
export interface SurveyWork {
  readonly account: Account;
  readonly asked: AskedSurvey;
  readonly pieces: Pieces;
  readonly desk: ResourceDesk;
  readonly accounts: Pick<AccountStore, 'read'>;
  readonly journals: Pick<JournalStore, 'list' | 'read'>;
  readonly memory: Pick<OrderMemory, 'find'>;
  /** Where the account's resources are remembered (money rule 8). */
  readonly memorySite: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The piece to go on with. */
export type NextPiece = Omit<SurveyPiece, 'survey'>;

/** A survey that cannot go on: later perhaps, or not at all until somebody acts. */
export type SurveyStop =
  | { readonly kind: 'again'; readonly why: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly advice: string };

/** How a piece ended. */
export type PieceEnd = { readonly kind: 'next'; readonly piece: NextPiece } | SurveyStop;

/** A refusal or an unclear answer as what becomes of the survey. */
export function stopOf(
  answer: Exclude<Answer<unknown>, { kind: 'done' }>,
  language: Language,
): SurveyStop {
  if (answer.kind === 'unknown') return { kind: 'again', why: answer.detail };
  const { remedy, code } = answer.refusal;
  const { reason, advice } = say(answer.refusal.reason, language);
  if (remedy === 'wait' || remedy === 'later') return { kind: 'again', why: reason };
  return {
    kind: 'failed',
    reason: tell(SURVEY_DETAILS.coded, language, { reason, code }),
    advice: advice.replace(THEN.resume[language], THEN.askAgain[language]),
  };
}

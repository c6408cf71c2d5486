import type { ExportRequest } from '../survey/export-request.ts';

/** A piece of a survey, by the step it belongs to. */
export interface SurveyPiece {
  readonly survey: string;
  readonly step: 'list' | 'choose' | 'price' | 'assemble' | 'write';
  /** From 0, within its step. */
  readonly number: number;
}

/**
 * Work on exports, the account's one after the other. `ask`: begin one, `at` an instant (epoch
 * milliseconds), `by` a person, or null for the schedule. `piece`: go on with one.
 */
export type ExportMessage =
  | {
      readonly kind: 'ask';
      readonly account: string;
      readonly request: ExportRequest;
      readonly at: number;
      readonly by: string | null;
    }
  | ({ readonly kind: 'piece'; readonly account: string } & SurveyPiece);

/** Sending work on exports onwards. What was not taken throws. */
export interface Exports {
  send(message: ExportMessage): Promise<void>;
}

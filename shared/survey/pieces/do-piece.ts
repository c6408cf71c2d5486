import type { SurveyStep } from '../../store/survey-keys.ts';
import { assemblePiece } from './assemble-piece.ts';
import { choosePiece } from './choose-piece.ts';
import { listPiece } from './list-piece.ts';
import { pricePiece } from './price-piece.ts';
import type { PieceEnd, SurveyWork } from './survey-work.ts';

/** The steps that only look at things; writing the files is the function's own. */
export type LookingStep = Exclude<SurveyStep, 'write'>;

/**
 * Makes one piece of a survey, unless it is stored already, and says which is the next one. A piece
 * is stored whole or not at all, so that whoever comes after a crash goes on at the same place.
 */
export async function doPiece(
  step: LookingStep,
  number: number,
  work: SurveyWork,
): Promise<PieceEnd> {
  switch (step) {
    case 'list':
      return await listPiece(number, work);
    case 'choose':
      return await choosePiece(work);
    case 'price':
      return await pricePiece(number, work);
    case 'assemble':
      return await assemblePiece(work);
  }
}

import { endKey, pieceKey, questionKey, type SurveyStep } from '../../store/survey-keys.ts';
import type { Files } from '../../ports/files.ts';

/** What a piece looks like; throws for JSON that does not. */
export interface PieceShape<T> {
  parse(json: unknown): T;
}

/** The stored pieces of one survey: what is there is never made again. */
export interface Pieces {
  /** Null: not made yet. Throws for one that cannot be read. */
  read<T>(
    step: SurveyStep | 'question' | 'end',
    number: number,
    shape: PieceShape<T>,
  ): Promise<T | null>;
  /** From number 0 on up to the first that is not there. */
  readAll<T>(step: SurveyStep, shape: PieceShape<T>): Promise<T[]>;
  write(step: SurveyStep | 'question' | 'end', number: number, piece: unknown): Promise<void>;
}

/** How many pieces are read at once. */
const AT_ONCE = 20;

/** Opens the pieces of one survey in the bucket. */
export function openPieces(files: Files, survey: string): Pieces {
  const keyOf = (step: SurveyStep | 'question' | 'end', number: number): string => {
    if (step === 'question') return questionKey(survey);
    return step === 'end' ? endKey(survey) : pieceKey(survey, step, number);
  };

  async function read<T>(
    step: SurveyStep | 'question' | 'end',
    number: number,
    shape: PieceShape<T>,
  ): Promise<T | null> {
    const bytes = await files.read(keyOf(step, number));
    if (bytes === null) return null;
    return shape.parse(JSON.parse(new TextDecoder().decode(bytes)));
  }

  return {
    read,

    async readAll<T>(step: SurveyStep, shape: PieceShape<T>) {
      const found: T[] = [];
      for (;;) {
        const wave = await Promise.all(
          Array.from(
            { length: AT_ONCE },
            async (_, index) => await read(step, found.length + index, shape),
          ),
        );
        const end = wave.indexOf(null);
        const some = end === -1 ? wave : wave.slice(0, end);
        for (const piece of some) if (piece !== null) found.push(piece);
        if (end !== -1) return found;
      }
    },

    async write(step, number, piece) {
      const body = new TextEncoder().encode(JSON.stringify(piece));
      await files.write(keyOf(step, number), body, 'application/json');
    },
  };
}

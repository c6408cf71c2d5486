import pc from 'picocolors';
import type { ChunkView } from '../../../../shared/messages/operate-answer.ts';
import { plainText } from '../../terminal/plain-text.ts';

/** Journals in words, chunk by chunk. */
export function journalText(journal: readonly ChunkView[]): readonly string[] {
  return journal.flatMap(({ chunk, lines }) => [
    '',
    `  ${pc.dim(`Chunk ${chunk}`)}`,
    // Blanks at the beginning say what belongs to what.
    ...lines.map((line) => `  ${/^ */u.exec(line)?.[0] ?? ''}${plainText(line.trimStart())}`),
  ]);
}

import pc from 'picocolors';
import type { QueueView } from '../../../../shared/messages/operate-answer.ts';
import { textTable } from './text-table.ts';

/** The queues as a table; nothing where none was asked for. */
export function queuesText(queues: readonly QueueView[]): readonly string[] {
  if (queues.length === 0) return [];
  const heading = ['QUEUE', 'WAITING', 'IN WORK', 'LATER', 'PUT ASIDE'];
  const lines = queues.map(({ queue, waiting, inWork, later, deadLetters }) => [
    queue,
    String(waiting),
    String(inWork),
    String(later),
    deadLetters > 0 ? pc.red(String(deadLetters)) : '0',
  ]);
  return textTable([heading.map((word) => pc.dim(word)), ...lines], [1, 2, 3, 4]);
}

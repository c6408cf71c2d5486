import * as z from 'zod/mini';
import type { ChunkMessage } from '../ports/dispatch.ts';

/** A message of the chunks queue (FIFO, group = account). */
export const chunkMessageSchema = z.object({
  job: z.string(),
  account: z.string(),
  chunk: z.int(),
  epoch: z.int(),
  turn: z.int(),
});

/** The deduplication id: the same work sent twice within five minutes is swallowed (vocabulary, section 7). */
export function deduplicationId({ job, chunk, epoch, turn }: ChunkMessage): string {
  return `${job}#${chunk}#${epoch}#${turn}`;
}

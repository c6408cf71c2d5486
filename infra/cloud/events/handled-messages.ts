import * as z from 'zod/mini';
import type { Invocation } from '../functions/local-function.ts';
import type { Message } from './queues.ts';

const batchResponse = z.nullish(
  z.object({
    batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string() }))),
  }),
);

/**
 * The messages of a batch that are done and may be deleted. As on AWS, an answer that cannot be
 * read or names a message that is not in the batch means that all have failed.
 */
export function handledMessages(
  messages: readonly Message[],
  invocation: Invocation,
  reportsFailures: boolean,
): readonly Message[] {
  if (invocation.kind !== 'returned') return [];
  if (!reportsFailures) return messages;
  const response = batchResponse.safeParse(invocation.value);
  if (!response.success) return [];
  const failed = (response.data?.batchItemFailures ?? []).map((one) => one.itemIdentifier);
  const ids = messages.map((message) => message.MessageId);
  if (failed.some((id) => !ids.includes(id))) return [];
  return messages.filter((message) => !failed.includes(message.MessageId));
}

import { openVisibility } from '../../shared/aws/visibility.ts';
import { chunkMessageSchema } from '../../shared/messages/chunk-message.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { openEngine } from '../../shared/runtime/open-engine.ts';
import { queueHandler, SeenAgain } from '../../shared/runtime/queue-handler.ts';
import { renewChunkEnvironment } from './env.ts';
import { renewChunk } from './renew-chunk.ts';

const env = readEnvironment(renewChunkEnvironment, process.env);
const engine = openEngine(env);
const seeAgain = openVisibility(env.CHUNKS_QUEUE_URL);

/** Works on chunks, one at a time for each account. */
export const handler = queueHandler(async (record, context) => {
  const message = chunkMessageSchema.parse(JSON.parse(record.body));
  const received = Number(record.attributes.ApproximateReceiveCount);
  const end = await renewChunk(message, received, engine.forInvocation(context));
  if (end.kind === 'again') {
    await seeAgain(record.receiptHandle, end.seconds);
    throw new SeenAgain(end.seconds);
  }
});

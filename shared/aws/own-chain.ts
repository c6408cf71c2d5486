import { createHash } from 'node:crypto';
import type { MessageSystemAttributeValue } from '@aws-sdk/client-sqs';

/**
 * Lets a message begin a chain of requests of its own, whatever its sender was called for. Lambda
 * stops a function after about 16 runs in one chain, and the chain would go on from one job in a line
 * to the next. This attribute goes before the header that the SDK sends by itself, and counts in no
 * message's size (X-Ray Developer Guide, "Amazon SQS and AWS X-Ray"). `at`: epoch milliseconds.
 */
export function ownChain(
  work: string,
  at: number,
): { readonly AWSTraceHeader: MessageSystemAttributeValue } {
  const seconds = Math.floor(at / 1000)
    .toString(16)
    .padStart(8, '0');
  const id = createHash('sha256').update(`${work}@${at}`).digest('hex').slice(0, 24);
  const StringValue = `Root=1-${seconds}-${id};Sampled=0`;
  return { AWSTraceHeader: { DataType: 'String', StringValue } };
}

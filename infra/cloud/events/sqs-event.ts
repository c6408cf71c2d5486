import type { SQSEvent, SQSMessageAttribute, SQSRecord } from 'aws-lambda';
import type { Message } from './queues.ts';
import { LOCAL_REGION } from '../template/resource-types.ts';

type WireAttribute = Message['MessageAttributes'][string];

function attribute({ DataType, StringValue, BinaryValue }: WireAttribute): SQSMessageAttribute {
  return {
    dataType: DataType,
    ...(StringValue === undefined ? {} : { stringValue: StringValue }),
    ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
    stringListValues: [],
    binaryListValues: [],
  };
}

function record(message: Message, queueArn: string): SQSRecord {
  const attributes = Object.entries(message.MessageAttributes);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes as unknown as SQSRecord['attributes'],
    messageAttributes: Object.fromEntries(attributes.map(([name, one]) => [name, attribute(one)])),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: LOCAL_REGION,
  };
}

/** The event a function gets for a batch of messages. */
export function sqsEvent(messages: readonly Message[], queueArn: string): SQSEvent {
  return { Records: messages.map((message) => record(message, queueArn)) };
}

import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

/** A topic that does not answer must not use up the function's time. */
const TIMEOUT_MS = 10_000;

/** A message for people; by its attributes a subscriber takes only some. */
export interface TopicMessage {
  readonly subject: string;
  /** The text, for links into the console of a region. */
  readonly text: (region: string) => string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Publishes to one topic. Throws what the topic answers: the message is then still to be sent. */
export function openTopic(topicArn: string): (message: TopicMessage) => Promise<void> {
  const client = new SNSClient({
    requestHandler: {
      connectionTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  return async ({ subject, text, attributes }) => {
    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Subject: subject,
        Message: text(await client.config.region()),
        MessageAttributes: Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [name, attribute(value)]),
        ),
      }),
    );
  };
}

/** SNS takes neither an empty value nor control characters; a folder may be called anything. */
function attribute(value: string): { DataType: 'String'; StringValue: string } {
  const plain = value.toWellFormed().replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ' ');
  return { DataType: 'String', StringValue: plain.trim() || 'unknown' };
}

import { InvalidParameterException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';

/** A topic that does not answer must not use up the function's time. */
const TIMEOUT_MS = 10_000;

/** A message for people; by its attributes a subscriber takes only some. */
export interface TopicMessage {
  readonly subject: string;
  /** The same in printable ASCII, should the topic refuse the other. */
  readonly plainSubject: string;
  /** The text, for links into the console of a region. */
  readonly text: (region: string) => string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Publishes to one topic. Throws what the topic answers: the message is then still to be sent. A
 * subject that is refused for its script, which SNS has done before it took UTF-8, is sent in ASCII.
 */
export function openTopic(topicArn: string): (message: TopicMessage) => Promise<void> {
  const client = new SNSClient({
    requestHandler: {
      connectionTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  return async ({ subject, plainSubject, text, attributes }) => {
    const message = {
      TopicArn: topicArn,
      Message: text(await client.config.region()),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, attribute(value)]),
      ),
    };
    try {
      await client.send(new PublishCommand({ ...message, Subject: subject }));
    } catch (error) {
      if (!(error instanceof InvalidParameterException) || subject === plainSubject) throw error;
      await client.send(new PublishCommand({ ...message, Subject: plainSubject }));
    }
  };
}

/** SNS takes neither an empty value nor control characters; a folder may be called anything. */
function attribute(value: string): { DataType: 'String'; StringValue: string } {
  const plain = value.toWellFormed().replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ' ');
  return { DataType: 'String', StringValue: plain.trim() || 'unknown' };
}

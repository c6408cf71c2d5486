import * as z from 'zod/mini';

/** A message that was published to a topic, as its subscribers get it. */
export interface Publication {
  readonly topicArn: string;
  /** Empty where it has none. */
  readonly subject: string;
  readonly text: string;
}

/** The form of an SNS call, as far as it is read. */
const publishForm = z.object({
  Action: z.literal('Publish'),
  TopicArn: z.string(),
  Subject: z._default(z.string(), ''),
  Message: z.string(),
});

/** What an SNS call publishes; null for every other call. */
export function readPublication(form: unknown): Publication | null {
  const read = publishForm.safeParse(form);
  if (!read.success) return null;
  const { TopicArn: topicArn, Subject: subject, Message: text } = read.data;
  return { topicArn, subject, text };
}

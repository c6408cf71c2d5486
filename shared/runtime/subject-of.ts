import * as z from 'zod/mini';

const subjectSchema = z.object({
  job: z.optional(z.string()),
  chunk: z.optional(z.int()),
  account: z.optional(z.string()),
  survey: z.optional(z.string()),
});

/** What a message is about, for every line of the log while it is worked on. */
export type Subject = z.output<typeof subjectSchema>;

/**
 * Job, chunk and account of a message, as far as it names them; the queues of chunks and of exports
 * have the account as their group. Nothing of a message that is none of ours.
 */
export function subjectOf({
  body,
  attributes,
}: {
  readonly body: string;
  readonly attributes?: { readonly MessageGroupId?: string | undefined };
}): Subject {
  const group = attributes?.MessageGroupId;
  const account = group === undefined ? {} : { account: group };
  try {
    return { ...account, ...subjectSchema.parse(JSON.parse(body)) };
  } catch {
    return account;
  }
}

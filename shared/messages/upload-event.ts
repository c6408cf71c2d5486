import * as z from 'zod/mini';
import type { SourceObject } from '../jobs/job.ts';

const recordSchema = z.object({
  eventName: z.string(),
  eventTime: z.string(),
  userIdentity: z.optional(z.object({ principalId: z.optional(z.string()) })),
  s3: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      /** In bytes. */
      size: z.optional(z.number()),
      eTag: z.optional(z.string()),
      versionId: z.optional(z.string()),
      sequencer: z.optional(z.string()),
    }),
  }),
});

/** What S3 puts on the uploads queue: records of created objects, or its test message. */
const uploadEventSchema = z.union([
  z.object({ Records: z.array(recordSchema) }),
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

/** One dropped file. */
export interface Upload {
  readonly source: SourceObject;
  /** Epoch milliseconds. */
  readonly droppedAt: number;
  readonly droppedBy: string | null;
  /** In bytes; left out where the event does not say it. */
  readonly size?: number | undefined;
}

/** Reads a message of the uploads queue; S3's test message holds no upload. Throws on anything else. */
export function readUploads(body: string): Upload[] {
  const event = uploadEventSchema.parse(JSON.parse(body));
  if (!('Records' in event)) return [];
  return event.Records.map(({ s3, eventTime, userIdentity }) => ({
    source: {
      bucket: s3.bucket.name,
      // S3 writes keys as in a form: "+" is a blank.
      key: decodeURIComponent(s3.object.key.replaceAll('+', ' ')),
      versionId: s3.object.versionId ?? null,
      eTag: s3.object.eTag ?? '',
      sequencer: s3.object.sequencer ?? '',
    },
    droppedAt: Date.parse(eventTime),
    droppedBy: userIdentity?.principalId ?? null,
    size: s3.object.size,
  }));
}

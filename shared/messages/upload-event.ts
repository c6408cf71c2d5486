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
      versionId: z.optional(z.nullable(z.string())),
      sequencer: z.optional(z.string()),
    }),
  }),
});

/** What S3 puts on the uploads queue: records of created and removed objects, or its test message. */
const uploadEventSchema = z.union([
  z.object({ Records: z.array(recordSchema) }),
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

/** How the names of removals begin; with versions a removal makes a delete marker. */
const REMOVED = 'ObjectRemoved:';

/** S3 writes keys as in a form: "+" is a blank. */
function keyIn(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}

/** Where versions are suspended, "null" names whatever was written last: it pins nothing. */
function versionOf(versionId: string | null | undefined): string | null {
  return versionId === 'null' ? null : (versionId ?? null);
}

/** One dropped file. */
export interface Upload {
  readonly source: SourceObject;
  /** Epoch milliseconds. */
  readonly droppedAt: number;
  readonly droppedBy: string | null;
  /** In bytes; left out where the event does not say it. */
  readonly size?: number | undefined;
}

/** One removed file, or one version of it: only a look says what stands there now. */
export interface Removal {
  readonly key: string;
}

/** Reads the removals of a message of the uploads queue. Throws on anything but such a message. */
export function readRemovals(body: string): Removal[] {
  const event = uploadEventSchema.parse(JSON.parse(body));
  if (!('Records' in event)) return [];
  const removed = event.Records.filter(({ eventName }) => eventName.startsWith(REMOVED));
  return removed.map(({ s3 }) => ({ key: keyIn(s3.object.key) }));
}

/** Reads the uploads of a message of the queue; S3's test message holds none. Throws on anything else. */
export function readUploads(body: string): Upload[] {
  const event = uploadEventSchema.parse(JSON.parse(body));
  if (!('Records' in event)) return [];
  const written = event.Records.filter(({ eventName }) => !eventName.startsWith(REMOVED));
  return written.map(({ s3, eventTime, userIdentity }) => ({
    source: {
      bucket: s3.bucket.name,
      key: keyIn(s3.object.key),
      versionId: versionOf(s3.object.versionId),
      eTag: s3.object.eTag ?? '',
      sequencer: s3.object.sequencer ?? '',
    },
    droppedAt: Date.parse(eventTime),
    droppedBy: userIdentity?.principalId ?? null,
    size: s3.object.size,
  }));
}

import type { SourceObject } from '../jobs/job.ts';

/** The dropped object's bytes, exactly those of the event, or why there are none. */
export type SourceReading =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Removed, or replaced by another one. */
  | { readonly kind: 'gone' }
  /** More bytes than were asked for at most. */
  | { readonly kind: 'too large' }
  /** It is there, but nobody lets us read it: a foreign key, no permission. `code` is the bucket's. */
  | { readonly kind: 'unreadable'; readonly code: string };

/** How a dropped object stands in the bucket now: the approval is the object that stands there. */
export type Standing =
  | { readonly kind: 'stands' }
  | { readonly kind: 'gone' }
  /** By an object that was written at this moment (epoch milliseconds). */
  | { readonly kind: 'replaced'; readonly at: number }
  | { readonly kind: 'unreadable'; readonly code: string };

/** Looking whether an approval still stands, without reading it. */
export interface Approvals {
  standing(source: SourceObject): Promise<Standing>;
}

/** The bucket. Keys are made in `messages/keys.ts`. */
export interface Files {
  /** `most` in bytes: a larger object is told by its length, before it is loaded. */
  readSource(source: SourceObject, most: number): Promise<SourceReading>;
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, body: Uint8Array, contentType: string): Promise<void>;
}

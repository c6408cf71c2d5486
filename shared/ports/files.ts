import type { SourceObject } from '../jobs/job.ts';

/** The bucket. Keys are made in `messages/keys.ts`. */
export interface Files {
  /** The dropped object's bytes, exactly the version of the event; null when it is gone or changed. */
  readSource(source: SourceObject): Promise<Uint8Array | null>;
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, body: Uint8Array, contentType: string): Promise<void>;
}

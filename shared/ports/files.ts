import type { SourceObject } from '../jobs/job.ts';

/** The bucket. Keys are made in `messages/keys.ts`. */
export interface Files {
  /**
   * The dropped object's bytes, exactly the version of the event; null when it is gone or changed. An
   * object of more than `most` bytes is told by its length, before it is loaded.
   */
  readSource(source: SourceObject, most: number): Promise<Uint8Array | 'too large' | null>;
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, body: Uint8Array, contentType: string): Promise<void>;
}

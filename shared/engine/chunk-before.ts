/**
 * The chunk behind which another one was begun early. Both resolve once, and never reject: to false
 * where it came to a stop instead.
 */
export interface ChunkBefore {
  /** Its payments are made, and no call of it is in doubt: more may be ordered. */
  readonly paid: Promise<boolean>;
  /** It is finished and counted, and what its payments took was read: more may be paid. */
  readonly done: Promise<boolean>;
}

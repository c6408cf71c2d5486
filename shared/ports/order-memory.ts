/**
 * What was ever ordered at a site of a provider, across jobs and across our names of its accounts
 * (money rule 8). A chunk enters itself before it orders; what became of its rows stands in its
 * journal. Nothing is ever forgotten. Which account it was is not asked for: no call tells it for
 * sure, and at one site a resource is the same one under whatever name of ours.
 */
export interface OrderMemory {
  /**
   * Enters a chunk for all of its rows, unless it is entered, and tells which chunks of other jobs
   * with one of the rows were entered before it. Of two chunks exactly one is told of the other,
   * however close they come: the second one.
   */
  enter(chunk: ChunkName, rows: readonly RenewalKey[], at: number): Promise<Entered>;
  /** All chunks with one of the rows that are entered by now. Changes nothing. */
  find(site: string, rows: readonly RenewalKey[]): Promise<readonly EarlierChunk[]>;
}

/** A chunk of a job at a site. */
export interface ChunkName {
  readonly site: string;
  readonly job: string;
  readonly chunk: number;
}

/** One renewal: a resource in its one spelling, and its approved expiry day, `yyyy-MM-dd`. */
export interface RenewalKey {
  readonly key: string;
  readonly day: string;
}

/** What a chunk is told as it enters. */
export interface Entered {
  /** When it was entered first (epoch milliseconds). */
  readonly since: number;
  readonly earlier: readonly EarlierChunk[];
}

/** A chunk whose journal is to be read for some rows; now and then one that holds none of them. */
export interface EarlierChunk {
  readonly job: string;
  readonly chunk: number;
  /** Keys of the asked rows that it may hold. */
  readonly keys: readonly string[];
}

/** What is played: how many rows, how often the file is dropped, and whether our user is our own. */
export interface Play {
  readonly rows: number;
  /** Drops the same file once more as soon as its first job is over. */
  readonly again: boolean;
  /** Whether the account has a user of its own on record (money rule 5). */
  readonly ownUser: boolean;
  /** The approved term in months: 1 or 12. */
  readonly months: 1 | 12;
  /** The only mishaps that can fall, by name, each as often as it is there; absent: all of them. */
  readonly only?: readonly string[];
  /** Only mishaps with one of these texts in their names; empty or absent: all of them. */
  readonly like?: readonly string[];
}

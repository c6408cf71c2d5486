import type { Remedy } from '../../../renewal/answer.ts';
import type { PlainId } from '../../../reasons/placeholders.ts';

/** What is known of error codes that mean the same. */
export interface ListedError {
  readonly codes: readonly string[];
  /** Fits codes that are nowhere listed as they are written (Alibaba contract, section 9). */
  readonly like?: RegExp;
  readonly remedy: Remedy;
  /** What it means and what to do next, in the catalogue of reasons. */
  readonly reason: PlainId;
  /** Where the Alibaba contract lists it. */
  readonly section: string;
}

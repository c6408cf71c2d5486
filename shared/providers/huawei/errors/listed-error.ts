import type { Remedy } from '../../../ports/answer.ts';

/** What is known of error codes that mean the same. */
export interface ListedError {
  readonly codes: readonly string[];
  readonly remedy: Remedy;
  /** In plain words, one sentence. */
  readonly reason: string;
  /** What to do next, for people in finance and operations. */
  readonly advice: string;
  readonly adviceZh: string;
  /** Where the Huawei contract lists it. */
  readonly section: string;
}

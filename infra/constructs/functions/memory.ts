import type { FunctionName } from '../code/function-names.ts';

/** Megabytes of a function. */
export interface Memory {
  /** What it is given. */
  readonly has: number;
  /**
   * The most that its process had at once with the largest file that is taken in (10,000 rows, 60 columns):
   * carried out, checked, exported, and asked about. Measured by `npm run bench -- --widest`.
   */
  readonly peak: number;
}

/** No function may need more of its memory than this: a file of a kind that nobody thought of needs more. */
export const MOST_NEEDED = 0.6;

/**
 * What each function has; `test/infra/memory.test.ts` holds that it is enough. Node takes the more the more
 * there is, so that a peak is to be measured again when `has` is changed.
 */
export const MEMORY: Readonly<Record<FunctionName, Memory>> = {
  intake: { has: 1536, peak: 758 },
  'renew-chunk': { has: 512, peak: 263 },
  'finish-job': { has: 2048, peak: 1011 },
  tick: { has: 512, peak: 264 },
  operate: { has: 512, peak: 264 },
  'check-quote': { has: 2048, peak: 1031 },
  'export-quote': { has: 1024, peak: 458 },
};

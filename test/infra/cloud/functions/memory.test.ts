import { expect, test } from 'vitest';
import { bringUp } from '../small-stack.ts';

/** Lists of 800 KB, not buffers: what an instance has is counted on the heap of its language. */
const HOARD = `
export const handler = async ({ lists }) => {
  const kept = [];
  for (let index = 0; index < lists; index += 1) kept.push(new Array(100_000).fill(index + 0.5));
  return kept.length;
};`;

test('a function that takes more memory than it has is ended, and the next run has all of it again', async () => {
  // 256 MB, as `SmallStack.function` has it.
  const { cloud } = await bringUp((stack) => stack.function('Hoard', HOARD));

  expect(await cloud.invoke('Hoard', { lists: 100_000 })).toEqual({
    kind: 'failed',
    error: 'Error',
    message: expect.stringContaining('memory limit'),
  });
  expect(await cloud.invoke('Hoard', { lists: 10 })).toEqual({ kind: 'returned', value: 10 });
});

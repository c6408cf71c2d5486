import { describe, expect, test } from 'vitest';
import { opened, START } from './opened.ts';
import { raw, refusal, reset } from '../scripted-fetch.ts';

/** A client with so many milliseconds until nothing may be begun any more. */
function withLeft(left: number, ...script: Parameters<typeof opened>[0][]) {
  const [replies = []] = script;
  return opened(replies, {}, { left: (now) => START + left - now });
}

describe('tries are cut by the time that is left', () => {
  test.each([
    [10_000, 3],
    [600, 2],
    [500, 1],
  ])('a question without an answer, with %d ms left, is sent %d times', async (left, times) => {
    const { provider, sent } = withLeft(left, reset());

    expect(await provider.renewals.order('CS1')).toMatchObject({ kind: 'unknown' });
    expect(sent).toHaveLength(times);
  });

  test('a question for which no time is left is not sent', async () => {
    const { provider, sent } = withLeft(0, reset());

    expect(await provider.resources.resources(['r0'])).toMatchObject({ kind: 'unknown' });
    expect(sent).toEqual([]);
  });

  test('throttling is not waited out for longer', async () => {
    const { provider, waits } = withLeft(3000, refusal('APIG.0308', 429));

    expect(await provider.renewals.pay('CS1', null)).toMatchObject({ refusal: { remedy: 'wait' } });
    expect(waits).toEqual([2000]);
  });

  test('a call whose intent is written is sent all the same', async () => {
    const { provider, sent } = withLeft(0, raw(null, 204));

    expect((await provider.renewals.pay('CS1', null)).kind).toBe('done');
    expect(sent).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Settled } from '../../../../shared/providers/wire/verdict.ts';
import { isKeyRefusal, refusalOf } from '../../../../shared/providers/huawei/errors/error-table.ts';
import { keyFuse } from '../../../../shared/providers/wire/key-fuse.ts';

const DONE: Settled = { kind: 'done', body: {}, text: '{}' };
const UNKNOWN: Settled = { kind: 'unknown', detail: 'reset', body: undefined, text: '' };

function refused(code: string): Settled {
  const refusal = refusalOf('query', code, '', (text) => text);
  return { kind: 'refused', refusal, body: { order_ids: ['x'] }, text: '"order_ids":["x"]' };
}

/** A fuse whose calls answer as the script says, the last answer for good. */
function fusedCalls(...script: readonly Settled[]) {
  const state = { now: 0, sent: 0, flying: 0, most: 0 };
  const fused = keyFuse(() => state.now, isKeyRefusal);
  const call = async (): Promise<Settled> =>
    await fused(async () => {
      const answer = script[Math.min(state.sent, script.length - 1)]!;
      state.sent += 1;
      state.flying += 1;
      state.most = Math.max(state.most, state.flying);
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      state.flying -= 1;
      return answer;
    });
  const calls = async (count: number): Promise<Settled[]> =>
    await Promise.all(Array.from({ length: count }, call));
  return { state, calls };
}

describe('a key', () => {
  it.each(['APIGW.0301', 'APIG.0301', 'APIGW.0303'])(
    'refused with %s is not sent again by any of the calls that wait',
    async (code) => {
      const { state, calls } = fusedCalls(refused(code));

      const answers = await calls(20);

      expect(state.sent).toBe(1);
      expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => 'refused'));
      expect(answers[7]).toMatchObject({ body: undefined, text: '' });
    },
  );

  it('is tried again after a minute, by one call alone', async () => {
    const { state, calls } = fusedCalls(refused('APIGW.0301'), refused('APIGW.0301'), DONE);
    await calls(3);
    state.now = 59_999;
    await calls(3);
    expect(state.sent).toBe(1);

    state.now = 60_000;
    await calls(3);
    expect(state.sent).toBe(2);

    state.now = 120_000;
    const answers = await calls(3);
    expect(answers.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    expect(state.sent).toBe(5);
  });

  it.each([
    ['accepted', DONE],
    ['of which nothing is known', UNKNOWN],
    ['without permission', refused('CBC.0151')],
  ])('%s lets all other calls go side by side', async (_, answer) => {
    const { state, calls } = fusedCalls(answer);

    await calls(5);

    expect([state.sent, state.most]).toEqual([5, 4]);
  });

  it('that is withdrawn later stops every call that is not under way yet', async () => {
    const { state, calls } = fusedCalls(DONE, refused('APIGW.0301'));
    await calls(1);
    await calls(4);
    expect(state.sent).toBe(5);

    await calls(10);
    expect(state.sent).toBe(5);
  });

  it('is not held back by a call that throws', async () => {
    const fused = keyFuse(() => 0, isKeyRefusal);
    const broken = fused(async () => await Promise.reject(new Error('broken')));
    const next = fused(async () => await Promise.resolve(DONE));

    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe(DONE);
  });
});

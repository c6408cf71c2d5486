import { afterEach, expect, test, vi } from 'vitest';
import type * as Decide from '../../shared/renewal/decide/decide.ts';
import type { Call } from '../../shared/renewal/decide/decision.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { money } from '../../shared/values/money.ts';
import type { Promised } from './end-of-run.ts';
import { walk } from './walk.ts';

/** Set, every order is paid as soon as it is made, without a look at anything. */
const careless = vi.hoisted(() => ({ paysAtOnce: false }));

vi.mock('../../shared/renewal/decide/decide.ts', async (original) => {
  const honest = await original<typeof Decide>();
  const decide: typeof honest.decide = (goal, context) => {
    const calls = careless.paysAtOnce ? paymentsOf(context.journal) : [];
    return calls.length === 0
      ? honest.decide(goal, context)
      : { events: [], asks: [], calls, waits: [], stop: null, waitedFor: [] };
  };
  return { ...honest, decide };
});

function paymentsOf({ parts, rows }: Journal): Call[] {
  const most = money('1000000', rows[0]!.approved.currency);
  return parts.flatMap((part) =>
    part.orders
      .filter(({ state }) => state.kind === 'made')
      .map(({ id }): Call => ({
        kind: 'pay',
        intent: { order: id, rows: part.rows, compared: most, discount: null },
        last: false,
      })),
  );
}

async function brokenBy(...only: readonly string[]): Promise<Set<Promised>> {
  const play = { rows: 2, again: false, ownUser: true, months: 1, only } as const;
  const { found } = await walk(play, { depth: only.length, until: Infinity });
  return new Set(found.map(({ promise }) => promise));
}

afterEach(() => {
  careless.paysAtOnce = false;
});

test.each([
  ['never above approval', 'the order is dearer than its prices'],
  [
    'never above approval',
    'the order has a resource that was not asked for, and costs accordingly',
  ],
  ['never twice', 'the renew call makes two orders of the same rows'],
  ['never after another, as could be seen', 'a colleague renews a row'],
] as const)('a law that pays at once is told on: %s, where %s', async (promise, mishap) => {
  careless.paysAtOnce = true;

  expect(await brokenBy(mishap)).toContain(promise);
});

test('a law that looks first is not', async () => {
  expect(await brokenBy('the order is dearer than its prices')).toEqual(new Set());
  expect(await brokenBy('a colleague renews a row')).toEqual(new Set());
});

import { expect, test } from 'vitest';
import { FactBook } from '../../../shared/engine/fact-book.ts';
import type { Context } from '../../../shared/renewal/decide/context.ts';
import { decide } from '../../../shared/renewal/decide/decide.ts';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { journalOf } from '../../support/journal-sample.ts';
import { testPolicy } from '../../support/quote-rows.ts';

function contextOf(state: 'open' | 'sealed' | 'finished'): Context {
  return {
    journal: journalOf(2, { state }),
    facts: new FactBook(() => 1),
    now: 1,
    policy: testPolicy(),
    traits: HUAWEI,
    lag: 1_800_000,
    epoch: 1,
    settleAfter: 60_000,
    group: 10,
  };
}

test.each(['sealed', 'finished'] as const)(
  'a %s chunk with free rows asks and orders nothing, also where it is to be renewed',
  (state) => {
    const { asks, calls, events, stop } = decide('renew', contextOf(state));

    expect({ asks, calls, events, stop }).toEqual({ asks: [], calls: [], events: [], stop: null });
  },
);

test('an open chunk is looked at to be renewed, and not to be sealed', () => {
  expect(decide('renew', contextOf('open')).asks).not.toEqual([]);
  expect(decide('seal', contextOf('open')).asks).toEqual([]);
});

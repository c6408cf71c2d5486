import { describe, expect, test } from 'vitest';
import { leftToOthers } from '../../../../shared/renewal/rules/watched-rows.ts';
import { WATCH_REASONS } from '../../../../shared/renewal/states/row-state.ts';
import { told } from '../../../support/told.ts';

function said(why: (typeof WATCH_REASONS)[number]) {
  return told(leftToOthers({ kind: 'watched', since: 0, order: 'o1', why }));
}

describe('a row that somebody else is at work on', () => {
  test.each(WATCH_REASONS)("is a person's, with our order named: %s", (why) => {
    const { outcome, order, paid, reason, advice } = said(why);

    expect({ outcome, order, paid }).toEqual({ outcome: 'needs review', order: 'o1', paid: null });
    expect(`${reason} ${advice}`).toContain('o1');
  });

  test('is told each reason in words of its own', () => {
    expect(new Set(WATCH_REASONS.map((why) => said(why).reason)).size).toBe(WATCH_REASONS.length);
  });
});

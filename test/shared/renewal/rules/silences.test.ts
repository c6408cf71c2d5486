import { describe, expect, test } from 'vitest';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { reason } from '../../../../shared/reasons/reason.ts';
import {
  isOverdue,
  openSilences,
  PATIENCE_MS,
  silenceOfProvider,
} from '../../../../shared/renewal/rules/silences.ts';
import type { Silence } from '../../../../shared/renewal/states/silence.ts';
import { NOW, unanswered } from '../../../support/facts-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
} from '../../../support/journal-sample.ts';

const LONG = NOW - PATIENCE_MS;
const ALONE = unanswered('resources', { rows: [0], since: LONG, tries: 3, heard: LONG });

describe('the patience with a silence is over', () => {
  test.each<[string, Silence, boolean]>([
    ['of a row that stands alone while others are answered', ALONE, true],
    ['of an order while others are answered', { ...ALONE, question: 'order o1', rows: [] }, true],
    ['not a moment before', { ...ALONE, since: LONG + 1 }, false],
    ['not after a try or two', { ...ALONE, tries: 2 }, false],
    ['not where others may be the silent one', { ...ALONE, rows: [0, 1] }, false],
    ['not where nothing is answered: that is the provider', { ...ALONE, heard: null }, false],
  ])('%s', (_, silence, over) => {
    expect(isOverdue(silence, NOW)).toBe(over);
  });
});

describe('a provider is silent', () => {
  const still = { movedAt: LONG, silences: [{ ...ALONE, heard: null }] };

  test.each<[string, Parameters<typeof journalOf>[1], boolean]>([
    ['where it answers nothing and nothing came on for 45 minutes', still, true],
    ['not where anything came on since', { ...still, movedAt: LONG + 1 }, false],
    ['not where nothing is without an answer', { movedAt: LONG }, false],
    [
      'not where it has not been silent for so long',
      { ...still, silences: [{ ...ALONE, heard: null, since: LONG + 1 }] },
      false,
    ],
    [
      'not where it answered about others of late',
      { ...still, silences: [{ ...ALONE, heard: LONG + 1 }] },
      false,
    ],
    ['also where it answered about others an hour ago', { ...still, silences: [ALONE] }, true],
    [
      'not by a journal that does not say when it moved and was just written',
      { silences: still.silences, savedAt: NOW },
      false,
    ],
  ])('%s', (_, more, silent) => {
    expect(silenceOfProvider(journalOf(1, more), NOW) !== null).toBe(silent);
  });
});

describe('of the silences still matters', () => {
  const renewed = rowOutcome('renewed', reason('renewed'));
  const parts = [part(0, [0], [order('o1'), order('o2', EVERY_STATE.cancelled)])];

  test.each<[string, Silence, boolean]>([
    ['one about a row that is open', unanswered('resources', { rows: [0, 1] }), true],
    ['none about rows that have their outcome', unanswered('prices', { rows: [1] }), false],
    ['one about an order that is open', unanswered('order o1'), true],
    ['none about an order that is closed', unanswered('order with discounts o2'), false],
    ['one about a list', unanswered('unpaid orders'), true],
  ])('%s', (_, silence, matters) => {
    const rows = [journalRow(0), journalRow(1, { outcome: renewed })];
    const journal = journalOf(0, { rows, parts, silences: [silence] });

    expect(openSilences(journal)).toHaveLength(matters ? 1 : 0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, applyAll } from '../../../../shared/renewal/apply.ts';
import type { SilenceEvent } from '../../../../shared/renewal/events.ts';
import { silencesOf } from '../../../../shared/renewal/rules/silences.ts';
import type { Silence } from '../../../../shared/renewal/states/silence.ts';
import { journalOf } from '../../../support/journal-sample.ts';

type NotAnswered = Extract<SilenceEvent, { kind: 'not answered' }>;

function silent(question: string, rows: readonly number[], more: Partial<NotAnswered> = {}) {
  const base = { at: 5, said: 'timeout', busy: false, heard: null };
  return { kind: 'not answered', question, rows, ...base, ...more } as const;
}

function answered(question: string, rows: readonly number[] = [], at = 9) {
  return { kind: 'answered', question, rows, at } as const;
}

function after(...events: readonly SilenceEvent[]): readonly Silence[] {
  return silencesOf(applyAll(journalOf(8), events));
}

function groups(...events: readonly SilenceEvent[]): readonly (readonly number[])[] {
  return after(...events).map(({ rows }) => rows);
}

describe('rows that were asked about together', () => {
  test.each<[string, readonly SilenceEvent[], readonly (readonly number[])[]]>([
    [
      'are asked about in halves next',
      [silent('resources', [0, 1, 2, 3, 4])],
      [
        [0, 1, 2],
        [3, 4],
      ],
    ],
    [
      'are narrowed on, each half by itself',
      [silent('resources', [0, 1, 2, 3]), silent('resources', [2, 3])],
      [[0, 1], [2], [3]],
    ],
    ['stand alone in the end', [silent('resources', [3]), silent('resources', [3])], [[3]]],
    [
      'are not asked more often for a provider that says it is busy',
      [silent('prices', [0, 1, 2], { busy: true })],
      [[0, 1, 2]],
    ],
    [
      'are silent no longer once they are answered about',
      [silent('resources', [0, 1, 2, 3]), answered('resources', [0, 1])],
      [[2, 3]],
    ],
    [
      'are silent for each question by itself',
      [silent('resources', [0]), silent('prices', [0]), answered('prices', [0])],
      [[0]],
    ],
  ])('%s', (_, events, expected) => {
    expect(groups(...events)).toEqual(expected);
  });

  test('are silent since the first time, and every try counts', () => {
    expect(
      after(
        silent('resources', [0, 1], { at: 5 }),
        silent('resources', [1], { at: 8, said: 'reset' }),
      ),
    ).toEqual([
      { question: 'resources', rows: [0], since: 5, tries: 1, heard: null, said: 'timeout' },
      { question: 'resources', rows: [1], since: 5, tries: 2, heard: null, said: 'reset' },
    ]);
  });

  test('are each in one group of a question, and each that was silent last is in one', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1 });
    const event = fc.oneof<
      fc.Arbitrary<Extract<SilenceEvent, { kind: 'answered' | 'not answered' }>>[]
    >(
      rows.map((some) => silent('resources', some)),
      rows.map((some) => answered('resources', some)),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const kept = groups(...events).flat();
        const last = new Map<number, string>();
        for (const { kind, rows: some } of events) for (const row of some) last.set(row, kind);
        const expected = [...last].flatMap(([row, kind]) => (kind === 'answered' ? [] : [row]));

        expect(kept).toHaveLength(expected.length);
        expect(new Set(kept)).toEqual(new Set(expected));
      }),
      { seed: 11 },
    );
  });
});

describe('a question about an order', () => {
  test('is kept once, whichever time it got no answer', () => {
    expect(after(silent('order o1', []), silent('order o1', [], { at: 7 }))).toMatchObject([
      { question: 'order o1', rows: [], since: 5, tries: 2 },
    ]);
  });

  test('is forgotten once it is answered', () => {
    expect(after(silent('order o1', []), silent('order o2', []), answered('order o1'))).toEqual([
      expect.objectContaining({ question: 'order o2', heard: 9 }),
    ]);
  });
});

describe('that others of the kind are answered', () => {
  test.each<[string, SilenceEvent, SilenceEvent, number | null]>([
    ['is known of rows', silent('resources', [1]), answered('resources', [2]), 9],
    ['is known of orders', silent('order o1', []), answered('order o2'), 9],
    ['is known of discounts too', silent('order o1', []), answered('order with discounts o2'), 9],
    ['does not hold for another kind', silent('resources', [1]), answered('prices', [2]), null],
    ['of orders, not for their rows', silent('order o1', []), answered('order rows o2'), null],
    [
      'may have been in the same run before',
      silent('order o1', [], { heard: 4 }),
      answered('prices', [2]),
      4,
    ],
    ['is known from elsewhere', silent('order o1', []), { kind: 'heard elsewhere', at: 7 }, 7],
  ])('%s', (_, first, second, heard) => {
    expect(after(first, second)).toMatchObject([{ heard }]);
  });
});

test('what is no longer waited for is forgotten', () => {
  const journal = applyAll(journalOf(2), [silent('locks 0', []), silent('order o1', [])]);
  const [, order] = silencesOf(journal);

  expect(silencesOf(apply(journal, { kind: 'waited for', silences: [order!] }))).toEqual([order]);
});

test('nothing else of the journal changes', () => {
  const journal = journalOf(2);
  const { silences: _, ...rest } = apply(journal, silent('resources', [0, 1]));

  expect(rest).toEqual(journal);
});

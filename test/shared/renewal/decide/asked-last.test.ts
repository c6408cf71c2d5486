import { describe, expect, test } from 'vitest';
import { type Ask, BACK_OFF_MS, Draft } from '../../../../shared/renewal/decide/decision.ts';
import type { Silence } from '../../../../shared/renewal/states/silence.ts';
import { NOW, unanswered } from '../../../support/facts-sample.ts';

const AGAIN = NOW + BACK_OFF_MS;

interface Run {
  readonly silences?: readonly Silence[];
  readonly silent?: readonly string[];
  readonly underWay?: readonly string[];
}

/** What is asked at once, and what once nothing else is to do. */
function asked(asks: readonly Ask[], { silences = [], silent = [], underWay = [] }: Run) {
  const draft = new Draft(new Set(underWay), new Set(silent), AGAIN, silences);
  for (const ask of asks) draft.ask(ask);
  const first = [...draft.asks];
  draft.askLast();
  return { first, last: draft.asks.slice(first.length), waits: draft.waits };
}

const look = (...rows: readonly number[]): Ask => ({ kind: 'resources', rows });
const apart = (...rows: readonly number[]): Ask => ({ kind: 'resources', rows, apart: true });
const order = (id: string): Ask => ({ kind: 'order', order: id });

describe('what got no answer before', () => {
  test('is asked last, rows apart from the others', () => {
    const silences = [unanswered('resources', { rows: [1, 2] })];

    expect(asked([look(0, 1, 2, 3)], { silences })).toEqual({
      first: [look(0, 3)],
      last: [],
      waits: [AGAIN],
    });
    expect(asked([look(1, 2)], { silences })).toEqual({
      first: [],
      last: [apart(1, 2)],
      waits: [AGAIN],
    });
  });

  test('is asked only about the rows that somebody asks about', () => {
    const silences = [unanswered('resources', { rows: [1, 2] })];

    expect(asked([look(2)], { silences }).last).toEqual([apart(2)]);
  });

  test.each<[string, Run]>([
    ['something else is under way', { underWay: ['renew 0'] }],
    ['it had no answer in this run either', { silent: ['resources of 1'] }],
    ['three others had none in this run', { silent: ['order a', 'order b', 'locks of 1'] }],
  ])('waits while %s', (_, run) => {
    const silences = [unanswered('resources', { rows: [1] })];

    expect(asked([look(1)], { silences, ...run })).toEqual({
      first: [],
      last: [],
      waits: [AGAIN],
    });
  });

  test('is asked in turn, three in a run: those first that were tried least', () => {
    const silences = ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
      unanswered(`order ${id}`, { tries: 9 - index }),
    );
    const asks = ['a', 'b', 'c', 'd', 'e', 'f'].map(order);

    expect(asked(asks, { silences }).first).toEqual([order('f')]);
    expect(asked(asks.slice(0, 5), { silences }).last).toEqual(['e', 'd', 'c'].map(order));
  });

  test('of looks says nothing of prices, nor of prices alone', () => {
    const silences = [unanswered('prices', { rows: [0] })];
    const alone: Ask = { kind: 'prices', rows: [0], alone: true };

    expect(asked([look(0), alone], { silences }).first).toEqual([look(0), alone]);
  });
});

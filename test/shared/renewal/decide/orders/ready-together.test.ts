import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Order } from '../../../../../shared/renewal/journal.ts';
import {
  asked,
  EXPIRY,
  look,
  looks,
  offered,
  only,
  orders,
  reading,
  RENEWED,
  shown,
} from '../../../../support/facts-sample.ts';
import { journalOf, order, part } from '../../../../support/journal-sample.ts';
import { NO_RISE, decisionOf, READY, ASK_PERMIT, discountsAt } from './one-order.ts';

describe('several orders that are ready', () => {
  const ids = ['o0', 'o1', 'o2'];
  const parts = ids.map((id, row) => part(row, [row], [order(id)]));
  const facts: Partial<Facts> = {
    orders: orders(...ids.map((id) => reading(id, '10'))),
    discounts: new Map(ids.map((id) => [id, offered()])),
    rows: looks([0, 1, 2], shown(EXPIRY, {}, asked(2))),
    permit: { ...asked(3), ...NO_RISE },
  };
  const journal = journalOf(3, { parts });

  function paidIn(more: Partial<Facts>, group = 10): string[] {
    const { calls } = decisionOf(journal, { ...facts, ...more }, { group });
    return calls.map((call) => (call.kind === 'pay' ? call.intent.order : call.kind));
  }

  test('are paid together, after one permit', () => {
    expect(paidIn({})).toEqual(ids);
  });

  test('wait for one another only as far as a second lets through', () => {
    expect(paidIn({ underWay: new Set(['renew 9']) })).toEqual([]);
    expect(paidIn({ underWay: new Set(['renew 9']) }, 3)).toEqual(ids);
  });

  test('go without one whose row has moved, which is cancelled', () => {
    const rows = new Map(facts.rows).set(1, shown(RENEWED, {}, asked(2)));
    const decision = decisionOf(journal, { ...facts, rows });

    expect(decision.events).toEqual([
      { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [1], refusal: null },
    ]);
    expect(
      decision.calls.map((call) => (call.kind === 'pay' ? call.intent.order : call.kind)),
    ).toEqual(['o0', 'o2']);
  });

  test('need a permit from after the last of their looks', () => {
    const rows = new Map(facts.rows).set(2, shown(EXPIRY, {}, asked(4)));

    expect(decisionOf(journal, { ...facts, rows })).toEqual(only(ASK_PERMIT));
  });
});

describe('an order of several rows', () => {
  const whole: Order = order('o1');
  const journal = journalOf(2, { parts: [part(0, [0, 1], [whole])] });
  const facts: Partial<Facts> = {
    ...READY,
    orders: orders(reading('o1', '20')),
    rows: looks([0, 1], shown(EXPIRY, {}, asked(2))),
  };

  test('is cancelled whole where one of them has moved', () => {
    const rows = new Map(facts.rows).set(1, shown(RENEWED, {}, asked(2)));

    expect(decisionOf(journal, { ...facts, rows }).events).toEqual([
      { kind: 'cancel decided', order: 'o1', because: 'expiry moved', rows: [0, 1], refusal: null },
    ]);
  });

  test('is not paid while one of them was not looked at since it exists', () => {
    const rows = new Map(facts.rows).set(1, shown(EXPIRY, {}, asked(1)));
    const since = {
      changed: new Map([['made o1', 1]]),
      orders: readAt3,
      discounts: discountsAt(3),
    };

    expect(decisionOf(journal, { ...facts, ...since, rows })).toEqual(
      only({ asks: [{ kind: 'resources', rows: [1] }] }),
    );
  });
});

const readAt3 = new Map([['o1', look(reading('o1', '20'), asked(3))]]);

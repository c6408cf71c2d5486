import { describe, expect, test } from 'vitest';
import {
  audit,
  type AuditTerms,
  type Claim,
  claimsOf,
  type Sight,
} from '../../../shared/audit/audit.ts';
import type { OrderReading } from '../../../shared/ports/provider.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { type Money, money } from '../../../shared/values/money.ts';
import { reading } from '../../support/facts-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../support/journal-sample.ts';

const TERMS: AuditTerms = {
  expiryZone: 'Asia/Shanghai',
  currency: 'USD',
  priceTolerance: { percent: 0, absolute: '0' },
};

/** Two rows approved at ten dollars each until 20 December 2026, renewed for a month by one order. */
function renewed(
  names = 'o1',
  more: Partial<Journal> = {},
  paid: Money | null = usd('10'),
): readonly Claim[] {
  const outcome = rowOutcome('renewed', reason('renewed'), { order: names, paid });
  const rows = [journalRow(0, { outcome }), journalRow(1, { outcome })];
  return claimsOf([journalOf(0, { rows, ...more })]);
}

interface Shown {
  readonly orders?: readonly OrderReading[];
  /** Of each row; null: the resource is shown without one; undefined: it is not shown. */
  readonly expiry?: string | null | undefined;
  readonly asked?: readonly string[];
}

const PAID = { state: 'completed', charged: usd('20') } as const;

function sight({
  orders = [reading('o1', '20', PAID)],
  asked = ['o1', 'r0', 'r1'],
  ...more
}: Shown): Sight {
  const expiry = 'expiry' in more ? more.expiry : '2027-01-20T15:59:59Z';
  const shown = expiry === undefined ? [] : ['r0', 'r1'];
  return {
    orders: new Map(orders.map((one) => [one.id, one])),
    resources: new Map(
      shown.map((id) => [
        id,
        {
          resourceId: id,
          name: null,
          main: true,
          parent: null,
          autoRenew: false,
          expiry: expiry === null || expiry === undefined ? null : Date.parse(expiry),
        },
      ]),
    ),
    asked: new Set(asked),
    missed: asked.length < 3 ? 'timeout' : null,
  };
}

function doubts(
  claims: readonly Claim[],
  shown: Shown,
  terms: Partial<AuditTerms> = {},
): readonly string[] {
  const made = audit(claims, sight(shown), { ...TERMS, ...terms });
  expect(made.confirmed + made.doubts.length).toBe(claims.length);
  return [...new Set(made.doubts.map(({ why }) => why.id))];
}

/** The order of the rows, paid, and another one of ours that stands so. */
function besideOne(state: OrderReading['state']): Shown {
  return { orders: [reading('o1', '20', PAID), reading('o2', '10', { state })] };
}

describe('renewed rows are confirmed', () => {
  test.each<[string, Shown, Partial<AuditTerms>]>([
    ['with one paid order, within the approval, and the expiry a term later', {}, {}],
    [
      'while their order is in process',
      { orders: [reading('o1', '20', { ...PAID, state: 'processing' })] },
      {},
    ],
    [
      'within the tolerance',
      { orders: [reading('o1', '20', { ...PAID, charged: usd('20.40') })] },
      { priceTolerance: { percent: 2, absolute: '5' } },
    ],
    [
      'within the tolerance rounded up to the cent',
      { orders: [reading('o1', '20', { ...PAID, charged: usd('20.02') })] },
      { priceTolerance: { percent: 1, absolute: '0.007' } },
    ],
    ['with an expiry of a day more', { expiry: '2027-01-21T15:59:59Z' }, {}],
    ['in the zone of the account, not in UTC', { expiry: '2027-01-19T16:00:00Z' }, {}],
  ])('%s', (_, shown, terms) => {
    expect(doubts(renewed(), shown, terms)).toEqual([]);
  });

  test('up to that cent and no further', () => {
    const shown = { orders: [reading('o1', '20', { ...PAID, charged: usd('20.03') })] };
    const priceTolerance = { percent: 1, absolute: '0.007' };

    expect(doubts(renewed(), shown, { priceTolerance })).toEqual(['audit-charge-above']);
  });

  test('without a charge where the sheet gives no figure for it', () => {
    const shown = { orders: [reading('o1', '20', { ...PAID, charged: null })] };

    expect(doubts(renewed('o1', {}, null), shown)).toEqual([]);
    expect(audit(renewed('o1', {}, null), sight(shown), TERMS)).toMatchObject({
      confirmed: 2,
      uncharged: 2,
    });
    expect(audit(renewed(), sight({}), TERMS)).not.toHaveProperty('uncharged');
  });

  test('none where nothing is called renewed', () => {
    expect(claimsOf([journalOf(2)])).toEqual([]);
  });
});

describe('renewed rows are not confirmed', () => {
  test.each<[string, Shown, string]>([
    ['whose order is not shown', { orders: [] }, 'audit-order-not-shown'],
    ['whose order was not asked for', { orders: [], asked: ['r0', 'r1'] }, 'audit-not-read'],
    ['whose order is unpaid', { orders: [reading('o1', '20')] }, 'audit-order-not-paid'],
    [
      'whose order was cancelled',
      { orders: [reading('o1', '20', { state: 'cancelled' })] },
      'audit-order-not-paid',
    ],
    [
      'whose charge is not known',
      { orders: [reading('o1', '20', { ...PAID, charged: null })] },
      'audit-charge-not-known',
    ],
    [
      'whose charge is not shown, and stands in the sheet',
      { orders: [reading('o1', '0', { ...PAID, charged: null })] },
      'audit-charge-not-shown',
    ],
    [
      'charged in another currency',
      { orders: [reading('o1', '20', { ...PAID, charged: money('20', 'CNY') })] },
      'audit-charge-not-known',
    ],
    [
      'charged a cent more than approved',
      { orders: [reading('o1', '20', { ...PAID, charged: usd('20.01') })] },
      'audit-charge-above',
    ],
    ['that are not shown', { expiry: undefined }, 'audit-resource-not-shown'],
    ['that are shown without expiry', { expiry: null }, 'audit-resource-not-shown'],
    ['that were not looked at', { expiry: undefined, asked: ['o1'] }, 'audit-not-read'],
    ['that still expire as before', { expiry: '2026-12-20T15:59:59Z' }, 'audit-expiry-early'],
    ['that expire a day too early', { expiry: '2027-01-19T15:59:59Z' }, 'audit-expiry-early'],
    ['that expire two terms later', { expiry: '2027-02-20T15:59:59Z' }, 'audit-expiry-late'],
    [
      'that expire two terms later but for days',
      { expiry: '2027-02-17T15:59:59Z' },
      'audit-expiry-late',
    ],
  ])('%s', (_, shown, why) => {
    expect(doubts(renewed(), shown)).toEqual([why]);
  });

  test('that name no order, or several', () => {
    expect(doubts(renewed(''), {})).toEqual(['audit-no-order']);
    expect(doubts(renewed('o1, o2'), {})).toEqual(['audit-several-orders']);
  });

  test('that another order of ours covers too, if that is paid', () => {
    const both = [order('o1', EVERY_STATE.completed), { ...order('o2'), rows: [0] }];
    const claims = renewed('o1', { parts: [part(0, [0, 1], both)] });
    expect(doubts(claims, besideOne('cancelled'))).toEqual([]);
    expect(audit(claims, sight(besideOne('completed')), TERMS)).toMatchObject({
      confirmed: 1,
      doubts: [{ resourceId: 'r0', why: { values: { orders: 'o1, o2' } } }],
    });
  });
});

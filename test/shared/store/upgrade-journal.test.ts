import { describe, expect, test } from 'vitest';
import { asTold } from '../../../shared/reasons/reason.ts';
import { journalSchema } from '../../../shared/store/journal-item.ts';
import { upgradeJournal } from '../../../shared/store/upgrade-journal.ts';
import {
  EVERY_ATTEMPT,
  EVERY_PRICING,
  EVERY_STATE,
  EVERY_WORK,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../support/journal-sample.ts';
import { oldJournal, oldPart, oldRow } from '../../support/old-journal.ts';

/** A refusal as it was stored before reasons had ids, and as it is read. */
const OLD_NO = { code: 'CBC.1', reason: 'No.', advice: 'Look.' };
const NO = { code: 'CBC.1', reason: asTold('No.', 'Look.') };
/** How an answer was marked that was not a clear one. */
const UNCLEAR = {
  code: 'unclear',
  reason: 'The provider did not answer clearly.',
  advice: 'Look at the order in the console.',
};
const SOUGHT = 'An unpaid order locks the row since a renew call that named none.';
const PAYMENT = { compared: usd('10'), discount: { id: 'd', type: 2 }, at: 7 };
const CHARGED = usd('12');

type Stored = Readonly<Record<string, unknown>>;

describe('an order that an earlier release stored as', () => {
  test.each<[string, Stored, Stored]>([
    ['made', { kind: 'made' }, { kind: 'made' }],
    [
      'made, its payment refused once',
      { kind: 'made', refusal: OLD_NO },
      { kind: 'payable again', refusal: NO },
    ],
    ['being paid', { kind: 'paying', ...PAYMENT }, { kind: 'paying', ...PAYMENT }],
    [
      'being paid, and refused',
      { kind: 'paying', ...PAYMENT, refusal: OLD_NO },
      { kind: 'payment refused', ...PAYMENT, refusal: NO },
    ],
    ['paid', { kind: 'paid', ...PAYMENT }, { kind: 'paid', ...PAYMENT }],
    [
      'paid after a refusal',
      { kind: 'paid', ...PAYMENT, refusal: OLD_NO },
      { kind: 'paid', ...PAYMENT },
    ],
    [
      'paid and charged above what was compared',
      { kind: 'paid', ...PAYMENT, charged: CHARGED },
      { kind: 'overcharged', ...PAYMENT, charged: CHARGED },
    ],
    [
      'paid after a refusal and charged above what was compared',
      { kind: 'paid', ...PAYMENT, refusal: OLD_NO, charged: CHARGED },
      { kind: 'overcharged', ...PAYMENT, charged: CHARGED },
    ],
    [
      'completed',
      { kind: 'completed', compared: usd('10'), charged: CHARGED },
      { kind: 'completed', compared: usd('10'), discount: null, charged: CHARGED },
    ],
    [
      'completed by somebody else',
      { kind: 'completed', compared: null, charged: CHARGED },
      { kind: 'completed', compared: null, discount: null, charged: CHARGED },
    ],
    [
      'to be cancelled',
      { kind: 'cancelling', because: 'expiry moved' },
      { kind: 'cancelling', because: 'expiry moved', refusal: null },
    ],
    [
      'to be cancelled for a refusal',
      { kind: 'cancelling', because: 'terms changed', refusal: OLD_NO },
      { kind: 'cancelling', because: 'terms changed', refusal: NO },
    ],
    [
      'cancelled',
      { kind: 'cancelled', because: 'job ended' },
      { kind: 'cancelled', because: 'job ended', at: 0 },
    ],
    [
      'cancelled for a refusal',
      { kind: 'cancelled', because: 'budget used up', refusal: OLD_NO },
      { kind: 'cancelled', because: 'budget used up', at: 0 },
    ],
    [
      "a person's",
      { kind: 'unclear', why: 'Nobody knows.' },
      { kind: 'for review', why: asTold('Nobody knows.'), charged: null },
    ],
    [
      "a person's, charged",
      { kind: 'unclear', why: 'Nobody knows.', charged: CHARGED },
      { kind: 'for review', why: asTold('Nobody knows.'), charged: CHARGED },
    ],
  ])('%s keeps all that is known of it', (_, stored, state) => {
    const renew = { kind: 'answered', at: 1, refusal: null };
    const orders = [{ id: 'o1', rows: [0], state: stored }];
    const { parts } = journalSchema.parse(oldJournal({ parts: [oldPart(renew, orders)] }));

    expect(parts[0]?.orders).toEqual([{ id: 'o1', rows: [0], state }]);
  });
});

describe('a renew call that an earlier release stored as', () => {
  const made = [{ id: 'o1', rows: null, state: { kind: 'made' } }];

  test.each<[string, Stored, Stored, Stored[]?]>([
    ['intended', { kind: 'intended', at: 1, attempt: 'me' }, { kind: 'intended', at: 1, by: 'me' }],
    [
      'parked',
      { kind: 'parked', at: 1, why: 'timeout' },
      { kind: 'unclear', at: 1, why: 'timeout' },
    ],
    [
      'parked with an order that its answer named',
      { kind: 'parked', at: 1, why: 'timeout' },
      { kind: 'unclear', at: 1, why: 'timeout' },
      made,
    ],
    [
      'parked because an order locks its row',
      { kind: 'parked', at: 1, why: SOUGHT },
      { kind: 'seeking', at: 1, why: SOUGHT },
    ],
    [
      'parked because an order locks its row, which is only to be named',
      { kind: 'parked', at: 1, why: SOUGHT, nameOnly: true },
      { kind: 'naming', at: 1, why: SOUGHT },
    ],
    [
      'answered with an order',
      { kind: 'answered', at: 1, refusal: null },
      { kind: 'accepted', at: 1 },
      made,
    ],
    [
      'answered with neither order nor refusal',
      { kind: 'answered', at: 1, refusal: null },
      { kind: 'released', at: 1 },
    ],
    [
      'refused',
      { kind: 'answered', at: 1, refusal: OLD_NO },
      { kind: 'refused', at: 1, refusal: NO },
    ],
    [
      'refused beside an order that it made',
      { kind: 'answered', at: 1, refusal: OLD_NO },
      { kind: 'refused', at: 1, refusal: NO },
      made,
    ],
    [
      'busy, to be called once more later',
      { kind: 'answered', at: 1, refusal: { ...OLD_NO, next: 'later' } },
      { kind: 'busy', at: 1, refusal: NO },
    ],
    [
      'refused alone, its row to be given up',
      { kind: 'answered', at: 1, refusal: { ...OLD_NO, next: 'give up' } },
      { kind: 'refused alone', at: 1, refusal: NO },
    ],
    [
      'unclear, and nothing was made',
      { kind: 'answered', at: 1, refusal: UNCLEAR },
      { kind: 'settled', at: 1 },
    ],
    [
      'unclear, with the orders that it named',
      { kind: 'answered', at: 1, refusal: UNCLEAR },
      { kind: 'settled', at: 1 },
      made,
    ],
  ])('%s keeps all that is known of it', (_, renew, attempt, orders = []) => {
    const { parts } = journalSchema.parse(oldJournal({ parts: [oldPart(renew, orders)] }));
    const { renew: _renew, ...rest } = oldPart(renew, orders) as { renew: object };

    expect(parts).toEqual([{ ...rest, kind: 'reserve', attempt }]);
  });
});

describe('a row that an earlier release stored', () => {
  test.each<[string, Stored, Stored]>([
    ['as it was planned', {}, { kind: 'together' }],
    ['to be priced alone', { priceAlone: true }, { kind: 'alone' }],
    ['as busy', { busySince: 5 }, { kind: 'busy', since: 5, alone: false }],
    [
      'as busy, to be priced alone',
      { busySince: 5, priceAlone: true },
      { kind: 'busy', since: 5, alone: true },
    ],
  ])('%s is priced as it was to be', (_, flags, pricing) => {
    const { rows } = journalSchema.parse(oldJournal({ rows: [oldRow(0, flags)] }));

    expect(rows).toEqual([journalRow(0, { pricing: pricing as (typeof EVERY_PRICING)[number] })]);
  });

  test('with its outcome has it still', () => {
    const outcome = {
      outcome: 'needs review',
      reason: 'Nobody knows.',
      advice: 'Look.',
      code: 'CBC.1',
      order: 'o1',
      paid: usd('1'),
      newExpiry: 9,
    };
    const { rows } = journalSchema.parse(oldJournal({ rows: [oldRow(0, { outcome })] }));
    const { advice: _, ...rest } = outcome;

    expect(rows[0]?.outcome).toEqual({ ...rest, reason: asTold('Nobody knows.', 'Look.') });
  });
});

describe('a chunk that an earlier release left', () => {
  const lease = { owner: 'me', until: 9 };

  test.each<[string, Stored, Stored]>([
    ['to nobody', { lease: null, again: null }, { kind: 'idle' }],
    ['to a worker', { lease, again: null }, { kind: 'leased', ...lease }],
    ['to go on later', { lease: null, again: 5 }, { kind: 'backing off', until: 5 }],
    ['to a worker, after it had waited', { lease, again: 5 }, { kind: 'leased', ...lease }],
  ])('%s is still left so', (_, stored, work) => {
    expect(journalSchema.parse(oldJournal(stored)).work).toEqual(work);
  });

  test('without counts that came later has none of them', () => {
    expect(journalSchema.parse(oldJournal())).toEqual(journalOf(1));
  });

  test('with its counts, its balance and what was left of it keeps them', () => {
    const counts = {
      state: 'sealed',
      claims: 1,
      rests: 2,
      waits: 3,
      continuations: 4,
      version: 5,
      nonce: 'n',
      savedAt: 6,
      balance: usd('5'),
      left: { epoch: 2, amount: usd('1') },
    } as const;

    expect(journalSchema.parse(oldJournal(counts))).toEqual(journalOf(1, counts));
  });
});

describe('a journal of this release', () => {
  test('passes through unchanged', () => {
    const orders = Object.entries(EVERY_STATE).map(([id, state]) => order(id, state));
    const attempts = Object.values(EVERY_ATTEMPT).map((attempt, index) =>
      part(index + 1, [0], [], attempt),
    );
    const rows = EVERY_PRICING.map((pricing, position) => journalRow(position, { pricing }));
    for (const work of EVERY_WORK) {
      const journal = journalOf(0, { work, rows, parts: [part(0, [0], orders), ...attempts] });

      expect(upgradeJournal(journal)).toBe(journal);
    }
  });
});

describe('what is no journal of either form', () => {
  test.each<[string, unknown]>([
    ['a renew call of an unknown kind', oldJournal({ parts: [oldPart({ kind: 'new', at: 1 })] })],
    [
      'an order of an unknown kind',
      oldJournal({
        parts: [
          oldPart({ kind: 'answered', at: 1, refusal: null }, [
            { id: 'o1', rows: null, state: { kind: 'new' } },
          ]),
        ],
      }),
    ],
    [
      'a row without how it is priced',
      oldJournal({ rows: [oldRow(0, { priceAlone: undefined })] }),
    ],
    ['neither a lease nor who works on it', { ...journalOf(1), work: undefined }],
  ])('stops the run: %s', (_, stored) => {
    expect(() => journalSchema.parse(stored)).toThrow();
  });
});

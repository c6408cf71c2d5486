import { describe, expect, test } from 'vitest';
import { compoundReason, reason } from '../../../shared/reasons/reason.ts';
import { LANGUAGES } from '../../../shared/reasons/entry.ts';
import { say, sayWhole } from '../../../shared/reasons/say.ts';
import { isShortBalance } from '../../../shared/renewal/books/short-balance.ts';
import { accountStateSchema } from '../../../shared/store/account-item.ts';
import { rowOutcomeSchema } from '../../../shared/store/domain-schemas.ts';
import { jobSchema } from '../../../shared/store/job-item.ts';
import { journalSchema } from '../../../shared/store/journal-item.ts';
import { reasonSchema, toldSchema } from '../../../shared/store/reason-schemas.ts';
import { jobOf } from '../../support/job-sample.ts';
import { oldJournal, oldPart } from '../../support/old-journal.ts';

/** A row outcome as it was stored before reasons had ids. */
function oldOutcome(text: string, advice: string) {
  const rest = { code: null, order: null, paid: null, newExpiry: null };
  return rowOutcomeSchema.parse({ outcome: 'not attempted', reason: text, advice, ...rest });
}

describe('a text from before reasons had ids', () => {
  test('of a row is said as it was told', () => {
    const outcome = oldOutcome('Somebody was here.', 'Look.');

    expect(outcome).not.toHaveProperty('advice');
    expect(say(outcome.reason, 'en')).toEqual({ reason: 'Somebody was here.', advice: 'Look.' });
    expect(say(outcome.reason, 'zh')).toEqual({ reason: 'Somebody was here.', advice: 'Look.' });
  });

  test.each([
    ['Checked by Ada: it is paid.', '', 'checked-paid'],
    ['Checked by Ada: nothing was paid for it.', '', 'checked-not-paid'],
    [
      'Checked by Ada: nothing was paid for it.',
      'Drop it again to renew it.',
      'checked-renew-again',
    ],
  ])('of a row that a person settled has its id: %s %s', (text, advice, id) => {
    const known = oldOutcome(text, advice).reason;

    expect(known).toEqual({ id, values: { by: 'Ada' } });
    expect(say(known, 'en')).toEqual({ reason: text, advice });
  });

  test('of a job without balance is the short balance, word for word', () => {
    const text =
      'The balance of the account does not suffice. Top up the account, then resume. Orders already made are kept and paid then. (CBC.99005003)';
    const job = jobSchema.parse({ ...jobOf({ status: 'suspended' }), reason: text });

    expect(isShortBalance(job.reason)).toBe(true);
    expect(sayWhole(job.reason!, 'en')).toBe(text);
  });

  test('of a job that ended for another reason is no short balance', () => {
    const job = jobSchema.parse({ ...jobOf(), reason: 'Cancelled by Ada.' });

    expect(isShortBalance(job.reason)).toBe(false);
    expect(sayWhole(job.reason!, 'en')).toBe('Cancelled by Ada.');
  });

  test("of a note in a job's history is said as it was told", () => {
    const event = { at: 1, event: 'suspended', by: 'system', note: 'Topped up too late.' };
    const { history } = jobSchema.parse({ ...jobOf(), history: [event] });

    expect(sayWhole(history[0]!.note!, 'en')).toBe('Topped up too late.');
  });

  test('holds an account as before', () => {
    const line = { account: 'main', active: null, waiting: [], rung: 100, version: 1 };
    const { held } = accountStateSchema.parse({ ...line, held: 'Order CS1 was charged 3 USD.' });

    expect(sayWhole(held!, 'en')).toBe('Order CS1 was charged 3 USD.');
  });

  test('of a refusal in a journal keeps code, text and advice', () => {
    const refusal = { code: 'CBC.1', reason: 'Busy.', advice: 'Wait.', next: 'later' };
    const renew = { kind: 'answered', at: 1, refusal };
    const read = journalSchema.parse(oldJournal({ parts: [oldPart(renew)] }));

    expect(read.parts[0]?.attempt).toEqual({
      kind: 'busy',
      at: 1,
      refusal: {
        code: 'CBC.1',
        reason: { id: 'as-told', values: { reason: 'Busy.', advice: 'Wait.' } },
      },
    });
  });
});

describe('a stored reason', () => {
  test('is read as it was written, with those that it takes up', () => {
    const empty = compoundReason('in-column', { column: 'Price' }, [reason('cell-empty')]);
    const known = compoundReason('together', {}, [empty, reason('no-term-said')]);

    expect(toldSchema.parse(structuredClone(known))).toEqual(known);
  });

  test('without values stops the run', () => {
    expect(() => reasonSchema.parse({ id: 'renewed' })).toThrow();
    expect(() => toldSchema.parse({ id: 'renewed' })).toThrow();
  });

  test.each([
    ['of an id that the catalogue does not know', { id: 'no-such-reason', values: {} }],
    ['that lacks a value', { id: 'price-above-approval', values: { price: '1' } }],
    ['that lacks the reason it takes up', { id: 'file-rejected', values: {} }],
    [
      'that takes up one which lacks a value',
      { id: 'file-rejected', values: {}, parts: [{ id: 'cancelled-by', values: {} }] },
    ],
    ['with words that are not listed', { id: 'no-column-of', values: { what: 'nonsense' } }],
  ])('%s stops whoever is to say it', (_, stored) => {
    for (const language of LANGUAGES) {
      expect(() => say(reasonSchema.parse(stored), language)).toThrow();
      expect(() => say(toldSchema.parse(stored), language)).toThrow();
    }
  });
});

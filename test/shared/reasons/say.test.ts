import { describe, expect, test } from 'vitest';
import {
  asTold,
  compoundReason,
  isSameReason,
  type Reason,
  reason,
  withCode,
} from '../../../shared/reasons/reason.ts';
import { say, sayWhole } from '../../../shared/reasons/say.ts';
import { wordsValue } from '../../../shared/reasons/words.ts';

const EMPTY = reason('cell-empty');
const IN_PRICE = compoundReason('in-column', { column: 'Price' }, [EMPTY]);
const IN_TERM = compoundReason('in-column', { column: 'Term' }, [EMPTY]);

describe('a reason is said', () => {
  test('with its values, in either language', () => {
    const dear = reason('price-above-approval-for-years', {
      price: '100.00',
      currency: 'USD',
      approved: '10.00',
      years: '1',
    });

    expect(say(dear, 'en').reason).toBe(
      'It would cost 100.00 USD for 1 year now; 10.00 USD was approved.',
    );
    expect(say(dear, 'zh').reason).toBe('续费1年的现价为100.00 USD，批准的价格为10.00 USD。');
  });

  test('with values as they are, also where they look like a place to fill in', () => {
    expect(say(reason('cancelled-by', { by: '{first.reason} $& {by}' }), 'en').reason).toBe(
      'Cancelled by {first.reason} $& {by}.',
    );
  });

  test('with names in the quotation marks of its language', () => {
    const headings = '"Approved", "批准"';
    const near = reason('headings-near', { pairs: '"资源": "资源ID", "Preis": "Price"' });

    expect(say(reason('no-id-column', { headings }), 'en').reason).toContain(headings);
    expect(say(reason('no-id-column', { headings }), 'zh').reason).toContain('“Approved”、“批准”');
    expect(say(near, 'zh').reason).toBe('可能的对应：“资源”：“资源ID”、“Preis”：“Price”。');
  });

  test('with listed words in its own language', () => {
    const says = { what: wordsValue(['price', 'expiry-date']), line: '7' };

    expect(say(reason('says-otherwise', says), 'en').reason).toBe(
      'Says another price and expiry date for this resource than line 7.',
    );
    expect(say(reason('says-otherwise', says), 'zh').reason).toBe(
      '对该资源的价格和到期时间与第7行不一致。',
    );
  });

  test('after others that it takes up, the same advice given once', () => {
    const together = compoundReason('together', {}, [IN_PRICE, IN_TERM, reason('price-negative')]);

    expect(say(together, 'en')).toEqual({
      reason:
        'Column "Price": The cell is empty. Column "Term": The cell is empty. The price is negative.',
      advice:
        'Fill in the cell and drop the row again. Write the price as a plain number such as 1234.56 and drop the row again.',
    });
    expect(say(together, 'zh').advice).toBe(
      '请填写该单元格后重新提交此行。请将价格写成如1234.56的普通数字，然后重新提交此行。',
    );
  });

  test('whole with its advice and the code of the provider', () => {
    const short = withCode(reason('daily-limit-reached'), 'CBC.99008056');

    expect(sayWhole(short, 'en')).toBe(
      'The daily transaction limit of the account is reached. Resume on the next day, or have the limit raised. (CBC.99008056)',
    );
    expect(sayWhole(short, 'zh')).toBe(
      '已达到当日交易限额。请次日恢复任务，或申请提高限额。（CBC.99008056）',
    );
    expect(say(compoundReason('file-rejected', {}, [short]), 'en').advice).toBe(
      sayWhole(short, 'en'),
    );
  });

  test('as it was told where it has no id of its own', () => {
    expect(sayWhole(asTold('Once.'), 'zh')).toBe('Once.');
    expect(sayWhole(asTold('Once.', 'Go on.'), 'en')).toBe('Once. Go on.');
  });

  test('not at all where something is missing', () => {
    expect(() => say({ id: 'cancelled-by', values: {} }, 'en')).toThrow('lacks its by');
    expect(() => say({ id: 'file-rejected', values: {} }, 'en')).toThrow('takes up no other');
  });
});

function by(name: string): Reason {
  return reason('cancelled-by', { by: name });
}

test('two reasons are the same with the same id, values and reasons that they take up', () => {
  expect(isSameReason(by('Ada'), by('Ada'))).toBe(true);
  expect(isSameReason(by('Ada'), by('Bob'))).toBe(false);
  expect(isSameReason(by('Ada'), withCode(by('Ada'), 'CBC.1'))).toBe(false);
  expect(isSameReason(EMPTY, reason('cell-merged'))).toBe(false);
  expect(isSameReason(IN_PRICE, compoundReason('in-column', { column: 'Price' }, [EMPTY]))).toBe(
    true,
  );
  expect(isSameReason(IN_PRICE, { ...IN_PRICE, parts: [reason('cell-merged')] })).toBe(false);
});

import { describe, expect, test } from 'vitest';
import {
  Agreed,
  checkSpending,
  type Person,
  type Spending,
} from '../../../../infra/cli/local-run/spending.ts';
import {
  realAccountsLine,
  realMoneyLine,
  sandboxLine,
} from '../../../../infra/cli/local-run/spending-lines.ts';
import { startLocalRun } from '../../../../infra/cli/local-run/local-run.ts';
import type { QuoteReading } from '../../../../shared/jobs/quote.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { quoteOf, quoteRow, testAccount } from '../../../support/quote-rows.ts';

const LINE = 'REAL MONEY: account main.';

/** Somebody who answers so; null: nobody is there. */
function person(answer: string | null): Person & { readonly told: string[] } {
  const told: string[] = [];
  const ask = answer === null ? null : async (): Promise<string> => await Promise.resolve(answer);
  return { told, tell: (line) => told.push(line), ask };
}

async function agreed(): Promise<Spending> {
  return await Agreed.by(person('yes'), { line: LINE, yes: false });
}

describe('real accounts are paid from only where a person agrees', () => {
  test.each([
    ['who types yes', 'yes', false],
    ['who types it in another way', ' YES ', false],
    ['who said so before', 'no', true],
    ['who said so before and is not there', null, true],
  ])('%s', async (_, answer, yes) => {
    const one = person(answer);

    expect((await Agreed.by(one, { line: LINE, yes })).kind).toBe('agreed');
    expect(one.told).toEqual([LINE]);
  });

  test.each([
    ['who says no', 'no', 'Nothing was sent.'],
    ['who presses Enter or Ctrl-C', '', 'Nothing was sent.'],
    ['who says y', 'y', 'Nothing was sent.'],
    [
      'who is not there',
      null,
      'Nothing was sent: without a terminal to ask at, real accounts need --yes.',
    ],
  ])('not by somebody %s', async (_, answer, problem) => {
    const one = person(answer);

    await expect(Agreed.by(one, { line: LINE, yes: false })).rejects.toThrow(problem);
    expect(one.told).toEqual([LINE]);
  });
});

describe('no local cloud comes up with real accounts that nobody has agreed to', () => {
  const real = testAccount({ endpoint: 'https://bss.myhuaweicloud.com' });
  const sandbox = testAccount({ endpoint: 'http://127.0.0.1:4321' });

  test('whichever command starts it', async () => {
    const keys = { main: { accessKey: 'a', secretKey: 's' } };

    await expect(startLocalRun({ accounts: [real], keys })).rejects.toThrow('nobody has agreed');
  });

  test.each(['https://127.0.0.1.example.com', 'https://localhost.example.com', real.endpoint])(
    '%s is real',
    (endpoint) => {
      const accounts = [sandbox, testAccount({ name: 'other', endpoint })];

      expect(() => checkSpending(accounts, { kind: 'sandbox' })).toThrow('account other is real');
    },
  );

  test('the sandbox is not asked about, nor what somebody has agreed to', async () => {
    expect(() => checkSpending([sandbox], { kind: 'sandbox' })).not.toThrow();
    expect(() => checkSpending([real], { kind: 'dry run' })).not.toThrow();
    const spending = await agreed();
    expect(() => checkSpending([real], spending)).not.toThrow();
  });
});

describe('the first line says whose money it is', () => {
  const account = testAccount({ endpoint: 'https://bss.example.com' });
  const verdict = rowOutcome('not approved', asTold('No.'));
  const rows = [
    quoteRow(0, { approved: '10.00' }),
    quoteRow(1, { approved: '2.50' }),
    quoteRow(2, { approved: '99.00', verdict }),
  ];
  const read: QuoteReading = { kind: 'quote', quote: quoteOf(rows) };
  const rejected: QuoteReading = { kind: 'rejected', reason: asTold('No ids.'), quote: null };

  test.each([
    [
      'of one file',
      realMoneyLine({ account, file: 'q.xlsx', reading: read }, false),
      'REAL MONEY: account main at https://bss.example.com, q.xlsx: 2 of 3 rows to be paid, approved 12.50 USD.',
    ],
    [
      'of a dry run',
      realMoneyLine({ account, file: 'q.xlsx', reading: read }, true),
      'REAL ACCOUNT, dry run, nothing is paid: account main at https://bss.example.com, q.xlsx: 2 of 3 rows to be paid, approved 12.50 USD.',
    ],
    [
      'of a file that cannot be carried out',
      realMoneyLine({ account, file: 'q\u001B.xlsx', reading: rejected }, false),
      'REAL MONEY: account main at https://bss.example.com, q .xlsx: it will be rejected, so nothing is paid: No ids.',
    ],
    [
      'of a cloud that stays up',
      realAccountsLine([account]),
      'REAL MONEY: account main at https://bss.example.com: every file that is dropped is paid for, and so is what the last start has left unfinished.',
    ],
    [
      'of the sandbox',
      sandboxLine([account]),
      'SANDBOX: account main at https://bss.example.com; no real money.',
    ],
  ])('%s', (_, line, expected) => {
    expect(line).toBe(expected);
  });
});

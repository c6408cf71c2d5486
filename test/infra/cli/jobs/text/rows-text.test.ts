import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { journalText } from '../../../../../infra/cli/jobs/text/journal-text.ts';
import { queuesText } from '../../../../../infra/cli/jobs/text/queues-text.ts';
import { rowsText } from '../../../../../infra/cli/jobs/text/rows-text.ts';
import type { RowView } from '../../../../../shared/messages/operate-answer.ts';

function row(resource: string, more: Partial<RowView> = {}): RowView {
  return {
    resource,
    outcome: 'needs review',
    expiry: '2026-12-20',
    approved: { USD: '10.00' },
    paid: null,
    order: 'CS1',
    reason: 'Why.',
    advice: 'Look.',
    steps: ['Look.', 'Settle.'],
    ...more,
  };
}

function plain(lines: readonly string[]): string[] {
  return lines.map((line) => stripVTControlCharacters(line));
}

test('rows stand together by their order, with its steps once', () => {
  const open = row('r3', { outcome: null, order: null, reason: null, steps: [] });

  expect(plain(rowsText([row('r0'), open, row('r10', { paid: { USD: '9.50' } })]))).toEqual([
    '',
    'Order CS1',
    'r0   needs review  2026-12-20  10.00 USD         -  CS1  Why.',
    'r10  needs review  2026-12-20  10.00 USD  9.50 USD  CS1  Why.',
    '  1. Look.',
    '  2. Settle.',
    '',
    'r3  open  2026-12-20  10.00 USD  -  -',
  ]);
});

test('no text of the provider steers the terminal', () => {
  const lines = [
    ...rowsText([row('r0', { reason: 'a\u001B[2J\nb' })]),
    ...journalText([{ chunk: 0, lines: ['  x\u001B[2J\ny'] }]),
  ];

  expect(lines.join('')).not.toContain('\u001B[2J');
  expect(lines.some((line) => line.includes('\n'))).toBe(false);
});

test('journals are told chunk by chunk, and queues in a table', () => {
  expect(plain(journalText([{ chunk: 1, lines: ['Call 1', '  Order CS1'] }]))).toEqual([
    '',
    '  Chunk 1',
    '  Call 1',
    '    Order CS1',
  ]);
  const queues = [{ queue: 'chunks', waiting: 12, inWork: 1, later: 0, deadLetters: 2 }];
  expect(plain(queuesText(queues))).toEqual([
    'QUEUE   WAITING  IN WORK  LATER  PUT ASIDE',
    'chunks       12        1      0          2',
  ]);
  expect([queuesText([]), journalText([]), rowsText([])]).toEqual([[], [], []]);
});

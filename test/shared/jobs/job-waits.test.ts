import { describe, expect, test } from 'vitest';
import { attentionText } from '../../../functions/operate/standing-line.ts';
import { waitText } from '../../../shared/notices/wait-text.ts';
import { attentionTo, nextCommand } from '../../../shared/jobs/job-attention.ts';
import type { Job } from '../../../shared/jobs/job.ts';
import { isLong, type JobWait, waitOf } from '../../../shared/jobs/job-waits.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { unanswered } from '../../support/facts-sample.ts';
import { jobOf } from '../../support/job-sample.ts';
import {
  EVERY_ATTEMPT,
  journalOf,
  journalRow,
  order,
  part,
  PAYMENT,
} from '../../support/journal-sample.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_000 * HOUR;
const AGO = NOW - 20 * MINUTE;

function job(more: Partial<Job> = {}): Job {
  const status = more.status ?? 'running';
  const history = [{ at: AGO, event: status, by: 'renewsheet', note: null }];
  return jobOf({ status, rows: 2, chunkCount: 1, activeAt: AGO, history, ...more });
}

function open(more: Partial<Journal> = {}): Journal {
  return journalOf(2, { savedAt: AGO, ...more });
}

const until = NOW + HOUR;
const REVIEW = rowOutcome('needs review', reason('order-not-clear'));
const CHECKED = rowOutcome('needs review', reason('checked-paid', { by: 'Ada' }));
const over = { status: 'done', ending: 'done' } as const;

/** The beginning of what is said, as long as what is expected of it. */
function saidOf(text: string | null, expected: string | null): string | null {
  return text === null || expected === null ? text : text.slice(0, expected.length);
}

describe('what a job waits for, since when, who should look, and what to type', () => {
  test.each<
    readonly [string, Job, readonly Journal[], string | null, string | null, string | null]
  >([
    [
      'a file that is being read',
      job({ status: 'planning' }),
      [],
      'its file to be read',
      'nothing moved',
      'status job0000001',
    ],
    [
      'its turn',
      job({ status: 'waiting' }),
      [open()],
      'its turn',
      null,
      'status job0000001 --watch',
    ],
    [
      'a suspended job',
      job({ status: 'suspended' }),
      [open()],
      'a person to remove',
      'suspended',
      'resume job0000001',
    ],
    [
      'work in progress',
      job(),
      [open({ work: { kind: 'leased', owner: 'me', until }, savedAt: NOW })],
      'what is being done',
      null,
      'status job0000001 --watch',
    ],
    [
      'a worker that is silent',
      job(),
      [open({ work: { kind: 'leased', owner: 'me', until } })],
      'what is being done',
      'nothing moved',
      'redrive job0000001',
    ],
    [
      'an unclear payment',
      job(),
      [
        open({
          parts: [
            part(0, [0], [order('CS1', { kind: 'payment unclear', ...PAYMENT, at: NOW - MINUTE })]),
          ],
        }),
      ],
      'the answer to a payment (CS1)',
      null,
      'status job0000001 --watch',
    ],
    [
      'an unclear renew call',
      job(),
      [open({ parts: [part(0, [0], [], { ...EVERY_ATTEMPT.unclear, at: AGO })] })],
      'the answer to a renew call',
      'nothing moved',
      'redrive job0000001',
    ],
    [
      'a provider that was busy',
      job(),
      [open({ work: { kind: 'backing off', until }, savedAt: NOW })],
      'the provider',
      null,
      'status job0000001 --watch',
    ],
    [
      'a provider that does not answer about a resource or an order',
      job(),
      [
        open({
          work: { kind: 'backing off', until },
          savedAt: NOW,
          movedAt: AGO,
          silences: [unanswered('resources', { rows: [1] }), unanswered('order CS1')],
        }),
      ],
      'an answer of the provider about 1 order (CS1) and 1 resource',
      'nothing moved since 1970-02-11 15:40 UTC, it waits for an answer of the provider about 1 order (CS1) and 1 resource (last answer: timeout)',
      'redrive job0000001',
    ],
    [
      'a worker to whom nothing is answered',
      job(),
      [
        open({
          work: { kind: 'leased', owner: 'me', until },
          savedAt: NOW,
          movedAt: AGO,
          silences: [unanswered('unpaid orders')],
        }),
      ],
      'an answer of the provider',
      'nothing moved',
      'redrive job0000001',
    ],
    [
      'work that goes on beside a row that is not answered about',
      job(),
      [
        open({
          work: { kind: 'leased', owner: 'me', until },
          movedAt: NOW,
          silences: [unanswered('resources', { rows: [1] })],
        }),
      ],
      'what is being done',
      null,
      'status job0000001 --watch',
    ],
    [
      'a provider that is busy for long, though the journal was just written',
      job(),
      [open({ work: { kind: 'backing off', until }, savedAt: NOW, movedAt: AGO })],
      'the provider',
      'nothing moved',
      'redrive job0000001',
    ],
    [
      'a chunk that rests',
      job(),
      [open({ work: { kind: 'resting', until } })],
      'the end of a pause,',
      'every run at some',
      'redrive job0000001',
    ],
    [
      'a message',
      job(),
      [open({ savedAt: NOW })],
      'its next message',
      null,
      'status job0000001 --watch',
    ],
    [
      'a message that was lost',
      job(),
      [open()],
      'its next message',
      'nothing moved',
      'redrive job0000001',
    ],
    [
      'completion',
      job({ status: 'finishing' }),
      [open({ parts: [part(0, [0, 1], [order('CS1', { ...PAYMENT, kind: 'paid', at: NOW })])] })],
      'orders to be completed (CS1)',
      null,
      'status job0000001 --watch',
    ],
    [
      'its results',
      job({ status: 'finishing' }),
      [],
      'its results',
      'nothing moved',
      'redrive job0000001',
    ],
    [
      'an approval that ends',
      job({ validUntil: NOW + HOUR }),
      [open({ savedAt: NOW })],
      'its next message',
      'its approval ends',
      'status job0000001 --watch',
    ],
    ['nothing any more', job(over), [], null, null, null],
    [
      'results that could not be written',
      job({ ...over, planKey: 'plan', sheet: 'none' }),
      [],
      null,
      'its results could not be written',
      'redrive job0000001',
    ],
    ['a file that was rejected', job({ status: 'rejected', sheet: 'none' }), [], null, null, null],
    [
      'somebody who looks',
      job(over),
      [open({ rows: [journalRow(0, { outcome: REVIEW }), journalRow(1, { outcome: CHECKED })] })],
      null,
      '1 row needs review',
      'rows job0000001 --outcome "needs review"',
    ],
    [
      'nobody: all rows were looked at',
      job(over),
      [open({ rows: [journalRow(0, { outcome: CHECKED })] })],
      null,
      null,
      null,
    ],
  ])('%s', (_, one, journals, waits, attention, next) => {
    const wait = waitOf(one, journals, NOW);
    const look = attentionTo(one, journals, NOW);

    expect(saidOf(wait === null ? null : waitText(wait), waits)).toBe(waits);
    expect(saidOf(look === null ? null : attentionText(look), attention)).toBe(attention);
    expect(nextCommand(one, look)).toBe(next);
  });

  test('a wait says since when, and when it is looked at next', () => {
    const unclear = { ...PAYMENT, kind: 'payment unclear', at: AGO } as const;
    const parts = [part(0, [0], [order('CS1', unclear)])];
    const work = { kind: 'backing off', until } as const;

    expect(waitOf(job(), [open({ parts, work, savedAt: NOW })], NOW)).toEqual({
      kind: 'the answer to a payment',
      since: AGO,
      until,
      orders: ['CS1'],
      resources: 0,
      said: null,
    });
  });
});

test.each([
  ['an answer', 15 * MINUTE, true],
  ['an answer', 15 * MINUTE - 1, false],
  ['its results', 15 * MINUTE, true],
  ['a person', HOUR, false],
  ['its turn', HOUR, false],
] as const)(
  'a wait for %s of %i milliseconds is one that people are told of: %s',
  (kind, ms, is) => {
    const wait: JobWait = {
      kind,
      since: NOW - ms,
      until: null,
      orders: [],
      resources: 0,
      said: null,
    };

    expect(isLong(wait, NOW)).toBe(is);
  },
);

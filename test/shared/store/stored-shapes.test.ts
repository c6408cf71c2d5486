import { assert, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { accountStateSchema, unprovedSchema } from '../../../shared/store/account-item.ts';
import { chunkMessageSchema } from '../../../shared/messages/chunk-message.ts';
import {
  moneySchema,
  rowOutcomeSchema,
  termSchema,
  wallTimeSchema,
} from '../../../shared/store/domain-schemas.ts';
import { finishMessageSchema } from '../../../shared/messages/finish-message.ts';
import { jobSchema } from '../../../shared/store/job-item.ts';
import { journalSchema } from '../../../shared/store/journal-item.ts';
import { reasonSchema } from '../../../shared/store/reason-schemas.ts';
import { planSchema } from '../../../shared/store/quote-plan.ts';
import { noOutcomes } from '../../../shared/renewal/outcome.ts';
import { jobOf } from '../../support/job-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_PRICING,
  EVERY_STATE,
  EVERY_WORK,
  journalOf,
  journalRow,
  order,
  part,
} from '../../support/journal-sample.ts';
import { enteredRowsSchema, turnsSchema } from '../../../shared/store/memory-items.ts';
import { shapeOf } from './shape-of.ts';
import { STORED_SHAPES } from './stored-shapes.ts';
import { asTold } from '../../../shared/reasons/reason.ts';

const SCHEMAS: Readonly<Record<keyof typeof STORED_SHAPES, z.ZodMiniType>> = {
  money: moneySchema,
  term: termSchema,
  'wall time': wallTimeSchema,
  reason: reasonSchema,
  'row outcome': rowOutcomeSchema,
  job: jobSchema,
  journal: journalSchema,
  "account's line": accountStateSchema,
  'unproved row': unprovedSchema,
  'turns of a month': turnsSchema,
  'rows in the memory of orders': enteredRowsSchema,
  plan: planSchema,
  'chunk message': chunkMessageSchema,
  'finish message': finishMessageSchema,
};

const OBLIGES = `
A stored shape has changed. Items of the old shape are in the table and in the bucket while the new
release reads them, of jobs that have paid and not finished, and stay for 400 days; messages of it
are on the queues. So a new field must be optional or nullable with a meaning for its absence; a
field that was removed or renamed, and a word that an enumeration lost, must still be read. A plan
of another shape needs another "version", and both must be read. Once that is so, write the new
shape into stored-shapes.ts, and leave the items of the first release below as they are.
`;

describe('a stored shape is not changed unawares', () => {
  test.each(Object.entries(SCHEMAS))('that of the %s', (name, schema) => {
    const pinned = STORED_SHAPES[name as keyof typeof STORED_SHAPES];
    const lines = pinned
      .trim()
      .split('\n')
      .map((line) => line.trim());

    // What is brought to its present form before it is read is pinned in that form.
    const read = schema === journalSchema ? journalSchema.def.out : schema;

    assert.deepEqual(shapeOf(read), lines, OBLIGES);
  });
});

const MONEY = '{ "amount": "10.5", "currency": "USD" }';
const PART =
  '"number": 0, "rows": [0], "expected": { "list": null, "price": {"amount": "1", "currency": "USD"} }';
const ROW = `"position": 0, "resourceId": "r0", "approved": ${MONEY}, "rung": 100, "list": null,
  "expiry": { "day": "2026-12-20", "time": null }, "price": ${MONEY}`;

/** Items as the first release wrote them. They never change; only new ones are added. */
const FIRST_RELEASE: readonly (readonly [keyof typeof STORED_SHAPES, string])[] = [
  [
    'job',
    `{ "id": "a", "status": "running", "epoch": 1, "account": "main", "name": "quote", "rows": 1,
       "source": { "bucket": "b", "key": "k", "versionId": null, "eTag": "e", "sequencer": "s" },
       "droppedBy": null, "droppedAt": 1, "createdAt": 2, "planKey": "p", "chunkCount": 1,
       "finishedChunks": [0], "activeAt": 3, "validUntil": 4, "reason": null, "ending": null,
       "totals": null, "resultsKey": null, "endedAt": null }`,
  ],
  [
    'journal',
    `{ "job": "a", "chunk": 0, "account": "main", "term": { "unit": "month", "count": 1 },
       "state": "sealed", "lease": { "owner": "o", "until": 1 }, "version": 2, "nonce": "n",
       "claims": 1, "savedAt": 1, "again": null, "continuations": 0, "balance": null,
       "rows": [{ ${ROW}, "priceAlone": false, "outcome": null }],
       "parts": [
         { ${PART}, "renew": { "kind": "parked", "at": 1, "why": "timeout" }, "orders": [
           { "id": "o1", "rows": null, "state": { "kind": "unclear", "why": "Nobody knows." } } ] },
         { ${PART}, "renew": { "kind": "answered", "at": 1, "refusal": null }, "orders": [
           { "id": "o2", "rows": [0],
             "state": { "kind": "paid", "compared": ${MONEY}, "discount": null, "at": 1 } } ] } ] }`,
  ],
  [
    "account's line",
    '{ "account": "main", "active": "a", "waiting": [], "rung": 10, "version": 3 }',
  ],
  ['unproved row', '{ "resourceId": "r0", "expiryDay": "2026-12-20", "job": "a", "at": 1 }'],
  ['turns of a month', '{ "turns": ["job0000001#0"] }'],
  ['rows in the memory of orders', '{ "job": "a", "chunk": 0, "rows": "Xb3_-9", "at": 1 }'],
  [
    'plan',
    `{ "version": 1, "job": "a",
       "quote": { "columns": ["ID"], "rows": [], "loose": [], "approvedBy": null, "reference": null },
       "chunks": [] }`,
  ],
  ['chunk message', '{ "job": "a", "account": "main", "chunk": 0, "epoch": 1, "turn": 0 }'],
  ['finish message', '{ "job": "a", "kind": "finish", "attempt": 0 }'],
];

/** What the journal above is today, whose states stood in flags then: nothing of it is left out. */
const UPGRADED_JOURNAL = `{
  "job": "a", "chunk": 0, "account": "main", "term": { "unit": "month", "count": 1 },
  "state": "sealed", "work": { "kind": "leased", "owner": "o", "until": 1 }, "version": 2,
  "nonce": "n", "claims": 1, "rests": 0, "savedAt": 1, "waits": 0, "continuations": 0,
  "balance": null, "left": null,
  "rows": [{ ${ROW}, "pricing": { "kind": "together" }, "outcome": null }],
  "parts": [
    { ${PART}, "kind": "reserve", "attempt": { "kind": "unclear", "at": 1, "why": "timeout" },
      "orders": [
        { "id": "o1", "rows": null, "state": {
          "kind": "for review", "why": ${JSON.stringify(asTold('Nobody knows.'))}, "charged": null } } ] },
    { ${PART}, "kind": "reserve", "attempt": { "kind": "accepted", "at": 1 }, "orders": [
        { "id": "o2", "rows": [0],
          "state": { "kind": "paid", "compared": ${MONEY}, "discount": null, "at": 1 } } ] } ] }`;

describe('an item of the first release is still read, without losing anything', () => {
  test.each(FIRST_RELEASE)('a %s', (name, text) => {
    const read = SCHEMAS[name].parse(JSON.parse(text)) as object;

    if (name === 'journal') assert.deepEqual(read, JSON.parse(UPGRADED_JOURNAL), OBLIGES);
    else assert.deepInclude(read, JSON.parse(text) as object, OBLIGES);
  });
});

describe('nothing that the domain knows is lost on the way to the table and back', () => {
  test('of a journal with every kind of part and order', () => {
    const orders = Object.entries(EVERY_STATE).map(([id, state]) => order(id, state));
    const attempts = Object.values(EVERY_ATTEMPT).map((attempt, index) =>
      part(index + 1, [1], [], attempt),
    );
    const rows = EVERY_PRICING.map((pricing, position) => journalRow(position, { pricing }));
    for (const work of EVERY_WORK) {
      const journal = journalOf(2, { work, rows, parts: [part(0, [0], orders), ...attempts] });

      expect(journalSchema.parse(structuredClone(journal))).toEqual(journal);
    }
  });

  test('of a job that has ended', () => {
    const totals = { rows: 0, outcomes: noOutcomes(), approved: [], paid: [] };
    const job = jobOf({
      status: 'done',
      ending: 'done',
      totals,
      reason: asTold('why'),
      endedAt: 1,
    });

    expect(jobSchema.parse(structuredClone(job))).toEqual(job);
  });
});

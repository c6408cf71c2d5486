import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunkMessageSchema, deduplicationId } from '../../../shared/messages/chunk-message.ts';
import { finishMessageSchema } from '../../../shared/messages/finish-message.ts';

const SEED = 20_261_122;
const CHUNK = { job: 'job1', account: 'main', chunk: 3, epoch: 2, turn: 1 };

const message = fc.record({
  job: fc.constantFrom('0123456789', 'abcdefghjk'),
  account: fc.constantFrom('main', 'other'),
  chunk: fc.integer({ min: 0, max: 120 }),
  epoch: fc.integer({ min: 1, max: 120 }),
  turn: fc.integer({ min: 0, max: 120 }),
});

describe('a chunk message', () => {
  test('is read as it was sent', () => {
    expect(chunkMessageSchema.parse(JSON.parse(JSON.stringify(CHUNK)))).toEqual(CHUNK);
  });

  test.each([{ epoch: undefined }, { chunk: '3' }, { chunk: 0.5 }, { job: null }])(
    'with %j instead is not read',
    (wrong) => {
      expect(chunkMessageSchema.safeParse({ ...CHUNK, ...wrong }).success).toBe(false);
    },
  );

  test(`is swallowed as a repeat only of itself (seed ${SEED})`, () => {
    fc.assert(
      fc.property(message, message, (a, b) => {
        const same = ['job', 'chunk', 'epoch', 'turn'].every(
          (field) => Reflect.get(a, field) === Reflect.get(b, field),
        );

        expect(deduplicationId(a) === deduplicationId(b)).toBe(same);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('has a deduplication id of letters that SQS takes', () => {
    expect(deduplicationId(CHUNK)).toBe('job1#3#2#1');
    expect(deduplicationId(CHUNK)).toMatch(/^[\w#-]{1,128}$/u);
  });
});

describe('a finish message', () => {
  test.each(['finish', 'interim'])('of kind %s is read as it was sent', (kind) => {
    const sent = { job: 'job1', kind, attempt: 0 };

    expect(finishMessageSchema.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
  });

  test('of another kind is not read', () => {
    expect(finishMessageSchema.safeParse({ job: 'a', kind: 'other', attempt: 0 }).success).toBe(
      false,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../shared/renewal/outcome.ts';
import { endOfFlight } from '../support/end-of-flight.ts';
import { jobsInFlight } from '../support/in-flight.ts';
import { statesIn } from '../support/states-in-flight.ts';

const FLIGHTS = jobsInFlight();

describe('a job that an earlier release left in the middle of its work', () => {
  test.each(FLIGHTS)(
    '$name: is carried on to the same end, and its books are right',
    async ({ flight }) => {
      const { end, wrong } = await endOfFlight(flight);

      expect(end).toEqual(flight.expected);
      expect(wrong).toEqual([]);
    },
  );
});

/** Every state of the stored model that a release may find. */
const STATES = [
  ...['planning', 'waiting', 'running', 'suspended', 'finishing', 'done'].map(
    (one) => `job ${one}`,
  ),
  ...['done', 'cancelled', 'expired'].map((one) => `job ending ${one}`),
  ...['told of', 'with an interim workbook', 'with finished chunks', 'without history'].map(
    (one) => `job ${one}`,
  ),
  ...['held', 'with jobs in line', 'of ten ids a call'].map((one) => `account ${one}`),
  'unproved row',
  ...['open', 'sealed', 'finished'].map((one) => `chunk ${one}`),
  ...['rests', 'waits', 'again', 'left', 'balance', 'lease', 'claims', 'continuations'].map(
    (one) => `chunk with ${one}`,
  ),
  'chunk with rows in a list',
  ...['busySince', 'priceAlone', 'price', 'list', 'rung 100', 'rung 10', 'rung 1'].map(
    (one) => `row with ${one}`,
  ),
  'row without outcome',
  ...OUTCOMES.map((one) => `row ${one}`),
  ...[
    'intended',
    'parked',
    'parked nameOnly',
    'answered',
    'answered refused',
    'answered unclear',
    'answered refused later',
    'answered refused give up',
  ].map((one) => `part ${one}`),
  ...[
    'made',
    'made refusal',
    'paying',
    'paying refusal',
    'paid',
    'paid refusal',
    'paid charged',
    'completed',
    'unclear',
    'unclear charged',
    'cancelling: dearer than approved',
    'cancelling: expiry moved',
    'cancelling: coverage not proven',
    'cancelling: terms changed refusal',
    'cancelling: discount refused refusal',
    'cancelling: budget used up refusal',
    'cancelling: not asked for',
    'cancelling: job ended',
    'cancelled: dearer than approved',
    'cancelled: coverage not proven',
    'cancelled: job ended',
    'of unproven coverage',
  ].map((one) => `order ${one}`),
  ...['chunks', 'finish', 'report'].map((one) => `message ${one}`),
  'message received before',
  'upload',
];

test('the jobs in flight are in every state of the stored model there is', () => {
  const found = new Set(FLIGHTS.flatMap(({ flight }) => statesIn(flight)));

  expect(STATES.filter((state) => !found.has(state))).toEqual([]);
});

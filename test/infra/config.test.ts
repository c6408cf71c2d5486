import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTimers, isStage, nobodyHears, stages, type Timers } from '../../infra/config.ts';

const { timers } = stages.production;
const rising = [
  'httpSeconds',
  'keptBackSeconds',
  'functionSeconds',
  'leaseSeconds',
  'visibilitySeconds',
] as const;

test('the timers of every stage can be used', () => {
  for (const { timers } of Object.values(stages)) expect(checkTimers(timers)).toBe(timers);
});

test('the timers of production are those of the design', () => {
  expect(timers).toEqual({
    httpSeconds: 20,
    keptBackSeconds: 30,
    functionSeconds: 120,
    leaseSeconds: 180,
    visibilitySeconds: 720,
    settleSeconds: 60,
    lagSeconds: 1800,
    tickMinutes: 5,
  });
});

test('timers that are not each longer than the one before are refused, whichever two they are', () => {
  const pairs = fc.constantFrom(
    ...rising.slice(1).map((longer, index) => [rising[index]!, longer] as const),
  );

  fc.assert(
    fc.property(pairs, fc.nat(5), ([shorter, longer], less) => {
      const wrong: Timers = { ...timers, [longer]: Math.max(1, timers[shorter] - less) };
      expect(() => checkTimers(wrong)).toThrow(RangeError);
    }),
  );
});

test('an unclear renew answer is not settled while its call can still be in flight', () => {
  expect(() => checkTimers({ ...timers, settleSeconds: 20 })).toThrow(
    'The timer settleSeconds (20) must be longer than httpSeconds (20).',
  );
});

test.each([0, -1, 1.5, Number.NaN])('a timer of %d is refused', (tickMinutes) => {
  expect(() => checkTimers({ ...timers, tickMinutes })).toThrow('The timer tickMinutes must be');
});

test('only the stages in the table are stages', () => {
  expect([isStage('production'), isStage('toString'), isStage('test'), isStage(1)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  [[], [], 'alarms (alarmEmails) or jobs (noticeEmails)'],
  [['ops@example.com'], [], 'No mail tells anybody of jobs (noticeEmails):'],
  [[], ['finance@example.com'], 'No mail tells anybody of alarms (alarmEmails):'],
])(
  'with alarms to %j and notices to %j it is said what nobody hears of',
  (alarms, notices, says) => {
    expect(nobodyHears({ alarmEmails: alarms, noticeEmails: notices })).toContain(says);
  },
);

test('with addresses for both nothing is said', () => {
  expect(
    nobodyHears({ alarmEmails: ['a@example.com'], noticeEmails: ['b@example.com'] }),
  ).toBeNull();
});

import { expect, test } from 'vitest';
import type { HuaweiCall } from '../../infra/sandboxes/huawei/sandbox.ts';
import { shareOfPermittedRate } from './call-rate.ts';
import { slowProvider } from './scenario.ts';

function call(api: HuaweiCall['api'], at: number): HuaweiCall {
  const seen = { number: 1, method: 'POST', target: '/', ids: [], body: null, faults: [] };
  return { ...seen, api, at, ran: true, status: 200, code: null };
}

/** The share used by calls at these milliseconds, of a limit of ten a second at 300 ms latency. */
function shareOf(calls: readonly HuaweiCall[]): number {
  const chunk = { calls, writes: 0, awsRequests: [], from: 0, ms: 0 };
  return shareOfPermittedRate({
    scenario: slowProvider('one'),
    chunks: [chunk],
  });
}

function every(ms: number, count: number, api: HuaweiCall['api'] = 'pay'): HuaweiCall[] {
  return Array.from({ length: count }, (_, index) => call(api, index * ms));
}

test('calls in step with the limiter use all of the rate', () => {
  expect(shareOf(every(100, 40))).toBeCloseTo(1);
});

test('calls at half the speed use half of it', () => {
  expect(shareOf(every(200, 40))).toBeCloseTo(0.5, 1);
});

test('a second of calls made at once uses all of it, and no more', () => {
  expect(shareOf(every(0, 10))).toBe(1);
  expect(shareOf(every(0, 20))).toBe(1);
});

test('a pause longer than a second and a look ends a phase; fewer calls than a second of them are none', () => {
  const later = every(100, 20).map(({ at }) => call('pay', at + 60_000));
  const few = every(5000, 9, 'query');

  expect(shareOf([...every(100, 20), ...later, ...few])).toBeCloseTo(1);
});

import type { ApiName } from '../../infra/sandboxes/huawei/api.ts';
import type { Trouble } from './scenario.ts';

/** One way in which a provider call can go wrong. */
export interface ProviderFault {
  readonly name: string;
  /** How many calls of the API in a row meet it: so many that repeating a look does not help. */
  readonly calls: number;
  readonly trouble: (api: ApiName, call: { readonly from: number; readonly to: number }) => Trouble;
  /**
   * An effect so late that nobody waits for it: it may make an order when the job is over, which
   * nobody pays. Everything else must hold all the same.
   */
  readonly mayLeaveUnpaid?: true;
}

function planted(what: unknown, when: 'before' | 'after'): ProviderFault['trouble'] {
  return (api, call) => ({ faults: [{ api, call, when, what }] });
}

function silent(effect: 'before' | 'after' | number): ProviderFault['trouble'] {
  return (api, calls) => ({ silence: { api, calls, effect } });
}

/** The adapter makes a call that changes nothing three times in all. */
const ALL_TRIES = 3;
/** And waits out throttling five times. */
const ALL_WAITS = 6;

/** What the fault matrix makes of every call that it has seen. */
export const PROVIDER_FAULTS: readonly ProviderFault[] = [
  { name: 'no answer, no effect', calls: 1, trouble: silent('before') },
  { name: 'no answer, but its effect', calls: 1, trouble: silent('after') },
  { name: 'slow: its effect 50 s after it was given up', calls: 1, trouble: silent(50) },
  {
    name: 'very slow: its effect 5 min after it was given up',
    calls: 1,
    trouble: silent(300),
    mayLeaveUnpaid: true,
  },
  { name: 'throttled once', calls: 1, trouble: planted('throttle', 'before') },
  { name: 'throttled on and on', calls: ALL_WAITS, trouble: planted('throttle', 'before') },
  { name: '502 before its effect', calls: 1, trouble: planted({ status: 502 }, 'before') },
  {
    name: '500 with CBC.0999 after its effect',
    calls: 1,
    trouble: planted({ status: 500, code: 'CBC.0999' }, 'after'),
  },
  { name: 'malformed after its effect', calls: 1, trouble: planted('malformed', 'after') },
  { name: 'truncated after its effect', calls: 1, trouble: planted('truncated', 'after') },
  { name: 'reset before its effect', calls: 1, trouble: planted('reset', 'before') },
  { name: 'reset after its effect', calls: ALL_TRIES, trouble: planted('reset', 'after') },
  {
    name: 'malformed before its effect',
    calls: ALL_TRIES,
    trouble: planted('malformed', 'before'),
  },
];

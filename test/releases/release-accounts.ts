import type { Timers } from '../../infra/config.ts';

/** One account for each state of a job in which a release is followed by another. */
export const HUAWEI_ACCOUNTS = [
  'planning',
  'ordering',
  'paying',
  'paid',
  'suspended',
  'confirming',
  'owed',
] as const;
/** At the provider that is paid by one call. */
export const ALIBABA_ACCOUNT = 'bought';

/** The accounts as a person writes them into `accounts.json`; where their provider is, each test says. */
export const RELEASE_ACCOUNTS: readonly Readonly<Record<string, unknown>>[] = [
  ...HUAWEI_ACCOUNTS.map((name) => ({
    name,
    provider: 'huawei',
    endpoint: 'http://127.0.0.1:1',
    callsPerSecond: 100,
  })),
  {
    name: ALIBABA_ACCOUNT,
    provider: 'alibaba',
    endpoint: 'http://127.0.0.1:1',
    callsPerSecond: 100,
  },
];

/** Long enough that a call can be held while the others come as far, and short enough to be waited for. */
export const RELEASE_TIMERS: Timers = {
  httpSeconds: 6,
  keptBackSeconds: 7,
  functionSeconds: 9,
  leaseSeconds: 10,
  visibilitySeconds: 11,
  settleSeconds: 7,
  lagSeconds: 2,
  tickMinutes: 5,
};

import type { Verdict } from './verdict.ts';

/** Requests to the provider of an account, and how many of them came to nothing. */
export interface CallCounts {
  readonly account: string;
  readonly calls: number;
  /** Turned away for being one too many. */
  readonly throttled: number;
  /** No clear answer came. */
  readonly unanswered: number;
}

/** Counts the requests to providers, each try of a call for itself. */
export interface CallTally {
  /** Hears how the requests of an account are answered. */
  readonly of: (account: string) => (verdict: Verdict) => void;
  /** What was counted since it was asked last, of accounts with any. */
  readonly take: () => readonly CallCounts[];
}

/** Starts to count. */
export function callTally(): CallTally {
  const counts = new Map<string, { calls: number; throttled: number; unanswered: number }>();
  return {
    of: (account) => (verdict) => {
      const own = counts.get(account) ?? { calls: 0, throttled: 0, unanswered: 0 };
      counts.set(account, own);
      own.calls += 1;
      if (verdict.kind === 'throttled') own.throttled += 1;
      if (verdict.kind === 'unknown') own.unanswered += 1;
    },
    take: () => {
      const taken = [...counts].map(([account, own]) => ({ account, ...own }));
      counts.clear();
      return taken;
    },
  };
}

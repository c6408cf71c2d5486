import type { Call } from '../../infra/sandboxes/frame/calls/call.ts';
import type { Scenario } from './scenario.ts';

type TimedCall = Pick<Call<string>, 'api' | 'at'>;

/** Calls by the chunks in which they were made, and at what pace they were let. */
interface PacedCalls {
  readonly scenario: Pick<Scenario, 'callsPerSecond' | 'latencyMs'>;
  readonly chunks: readonly { readonly calls: readonly TimedCall[] }[];
}

/**
 * The share of the permitted call rate that was used while chunks were in their parallel phases. A
 * phase is a run of calls of one API, at least as many as are permitted in a second; it lasts from
 * its first call to when one more would be due, but a second at least.
 */
export function shareOfPermittedRate({ scenario, chunks }: PacedCalls): number {
  const { callsPerSecond, latencyMs } = scenario;
  // A pause longer than the limiter's second and a look in between ends a phase.
  const gap = 1000 + 2 * latencyMs;
  let made = 0;
  let permitted = 0;
  for (const { calls } of chunks) {
    for (const phase of phases(calls, gap)) {
      if (phase.length < callsPerSecond) continue;
      const seconds = (phase.at(-1)!.at - phase[0]!.at) / 1000 + 1 / callsPerSecond;
      const most = callsPerSecond * Math.max(1, seconds);
      made += Math.min(phase.length, most);
      permitted += most;
    }
  }
  return permitted === 0 ? 0 : made / permitted;
}

function phases(calls: readonly TimedCall[], gap: number): TimedCall[][] {
  return [...Map.groupBy(calls, ({ api }) => api).values()].flatMap((ofApi) => {
    const runs: TimedCall[][] = [];
    for (const call of ofApi) {
      const run = runs.at(-1);
      if (run === undefined || call.at - run.at(-1)!.at > gap) runs.push([call]);
      else run.push(call);
    }
    return runs;
  });
}

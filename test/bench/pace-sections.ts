import type { HuaweiCall } from '../../infra/sandboxes/huawei/sandbox.ts';
import { WRITES } from './carry-out.ts';
import { type ChunkFigures, type Figures, isUndisturbed, median } from './figures.ts';
import type { Scenario } from './scenario.ts';
import { outcomesText, writesLine } from './sections.ts';
import { count, type Line, type Section, secondsText } from './table.ts';

const WALL_AIM_MS = 16_000;

/** The least that the renew calls alone need at the rate of the account, in milliseconds. */
export function leastMs({ rows, idsPerRenew, callsPerSecond }: Scenario): number {
  return (Math.ceil(rows / idsPerRenew) / callsPerSecond) * 1000;
}

/** The API with the most calls, and how many a second it had from its first to its last. */
export function busiest(calls: readonly HuaweiCall[]): {
  api: string;
  calls: number;
  rate: number;
} {
  const [first] = [...Map.groupBy(calls, ({ api }) => api)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  if (first === undefined) return { api: 'none', calls: 0, rate: 0 };
  const [api, own] = first;
  const times = own.map(({ at }) => at);
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
  return { api, calls: own.length, rate: seconds === 0 ? own.length : own.length / seconds };
}

/** How near the work on many chunks comes to what the call rate lets through. */
export function paceSection(figures: Figures): Section {
  const { scenario, wallMs, calls, chunks } = figures;
  const most = busiest(calls);
  const least = secondsText(leastMs(scenario));
  const working = chunks.reduce((sum, { ms }) => sum + ms, 0);
  return {
    title: '300 ms latency, 10 calls/s and API, 10 ids',
    columns: [`${count(scenario.rows)} rows`],
    lines: [
      line('rows by outcome', outcomesText(figures)),
      {
        ...line('from drop to results', secondsText(wallMs)),
        aim: {
          text: `16 s; the renew calls alone take ${least}`,
          met: wallMs <= WALL_AIM_MS,
        },
      },
      line('of it, a chunk being worked on', secondsText(working)),
      line('longest and shortest chunk', range(chunks)),
      line(
        'from the end of one to the next, median',
        secondsText(median(chunks.map(({ ms }) => ms))),
      ),
      line('provider calls', count(calls.length)),
      line('busiest API', `${most.api}, ${count(most.calls)}`),
      line('its calls per second', most.rate.toFixed(1)),
      writesLine([figures]),
    ],
  };
}

function line(label: string, value: string): Line {
  return { label, values: [value] };
}

function range(chunks: readonly ChunkFigures[]): string {
  const times = chunks.map(({ ms }) => ms);
  return `${secondsText(Math.max(...times))}, ${secondsText(Math.min(...times))}`;
}

/** Calls of one kind that began less than this after one another are one line (milliseconds). */
const BURST_MS = 60;

interface Seen {
  readonly label: string;
  /** Epoch milliseconds of its begin. */
  readonly at: number;
}

/** What was called one after the other for the longest chunk and for an undisturbed one, and when. */
export function chunkSections({ chunks }: Figures): Section[] {
  const longest = chunks.toSorted((a, b) => b.ms - a.ms)[0];
  const calm = chunks.filter(isUndisturbed).toSorted((a, b) => a.ms - b.ms);
  const middle = calm[Math.floor(calm.length / 2)];
  return [
    ...(longest === undefined ? [] : [chunkSection('the longest chunk', longest)]),
    ...(middle === undefined ? [] : [chunkSection('an undisturbed chunk', middle)]),
  ];
}

function chunkSection(which: string, { from, ms, calls, awsRequests }: ChunkFigures): Section {
  const seen: Seen[] = [
    ...calls.map(({ api, at }) => ({ label: api, at })),
    ...awsRequests.map(({ action, at }) => ({
      label: WRITES.has(action) ? `write (${action})` : action,
      at,
    })),
  ];
  const since = (at: number): string => `${((at - from) / 1000).toFixed(2)} s`;
  return {
    title: `Of ${which}, ${(ms / 1000).toFixed(2)} s`,
    columns: ['calls', 'first', 'last'],
    lines: bursts(seen).map(({ label, times }) => ({
      label,
      values: [count(times.length), since(times[0]!), since(times.at(-1)!)],
    })),
  };
}

function bursts(seen: readonly Seen[]): { readonly label: string; readonly times: number[] }[] {
  const found: { readonly label: string; readonly times: number[] }[] = [];
  for (const { label, at } of seen.toSorted((a, b) => a.at - b.at)) {
    const open = found.findLast((one) => one.label === label);
    if (open !== undefined && at - open.times.at(-1)! <= BURST_MS) open.times.push(at);
    else found.push({ label, times: [at] });
  }
  return found;
}

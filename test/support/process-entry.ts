import { performance } from 'node:perf_hooks';
import {
  answerEvent,
  type EventAnswer,
  type EventRequest,
  type Handler,
  type InstanceData,
  loadHandler,
} from '../../infra/cloud/functions/answer-event.ts';

/** What a process has used since its start. */
export interface Usage {
  /** Its largest resident set, in bytes. */
  readonly peakMemory: number;
  /** User and system time, in milliseconds. */
  readonly cpuMs: number;
}

/** What the process of a function tells. */
export type FromChild =
  | { readonly kind: 'loaded'; readonly importMs: number }
  | { readonly kind: 'answered'; readonly answer: EventAnswer; readonly usage: Usage };

const data = JSON.parse(process.argv[2] ?? '') as InstanceData;

function tell(message: FromChild): void {
  process.send?.(message);
}

function usage(): Usage {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { peakMemory: maxRSS * 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 };
}

const handler = load();
// What it threw is the answer to the first event.
handler.catch(() => undefined);

async function load(): Promise<Handler> {
  const before = performance.now();
  const loaded = await loadHandler(data);
  tell({ kind: 'loaded', importMs: performance.now() - before });
  return loaded;
}

async function answer(request: EventRequest): Promise<void> {
  const answered = await answerEvent(data, handler, request);
  tell({ kind: 'answered', answer: answered, usage: usage() });
}

process.on('message', (request: EventRequest) => {
  void answer(request);
});

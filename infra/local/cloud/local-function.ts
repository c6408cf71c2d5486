import { randomUUID } from 'node:crypto';
import { FunctionThread, type ThreadDeath } from './function-thread.ts';
import type { ThreadAnswer, ThreadData } from './thread-entry.ts';

/** How an invocation ended. Nothing of it was undone in any case. */
export type Invocation =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: string; readonly message: string }
  | { readonly kind: 'timed out' }
  | { readonly kind: 'killed' };

/** A function as the template describes it. */
export interface FunctionSpec extends ThreadData {
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeout: number;
  /** Reserved concurrency: further invocations wait. */
  readonly mostThreads: number;
}

/** A function with its warm threads. */
export class LocalFunction {
  readonly spec: FunctionSpec;
  readonly #onLine: (line: string) => void;
  readonly #onEnd: (invocation: Invocation) => void;
  readonly #threads = new Set<FunctionThread>();
  readonly #idle: FunctionThread[] = [];
  readonly #killed = new WeakSet<FunctionThread>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #closed = false;

  constructor(
    spec: FunctionSpec,
    onLine: (line: string) => void,
    onEnd: (invocation: Invocation) => void = () => undefined,
  ) {
    this.spec = spec;
    this.#onLine = onLine;
    this.#onEnd = onEnd;
  }

  /** How many invocations run or wait. */
  get running(): number {
    return this.#running + this.#waiting.length;
  }

  /** Handles an event in a warm thread or a new one. Never rejects for what the function does. */
  async invoke(event: unknown): Promise<Invocation> {
    while (this.#running >= this.spec.mostThreads) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    if (this.#closed) return { kind: 'killed' };
    this.#running += 1;
    const thread = this.#takeThread();
    try {
      const ended = await this.#runIn(thread, event);
      this.#onEnd(ended);
      return ended;
    } finally {
      if (thread.alive) this.#idle.push(thread);
      else this.#threads.delete(thread);
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all threads at once, as a crash; returns how many invocations that cut off. */
  async kill(): Promise<number> {
    const threads = [...this.#threads];
    const cutOff = threads.length - this.#idle.length;
    for (const thread of threads) this.#killed.add(thread);
    this.#idle.length = 0;
    this.#threads.clear();
    await Promise.all(
      threads.map(async (thread) => {
        await thread.terminate();
      }),
    );
    return cutOff;
  }

  /** As `kill`, and every later invocation counts as killed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.kill();
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #takeThread(): FunctionThread {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#threads.delete(idle);
    }
    const thread = new FunctionThread(this.spec, this.spec.environment, this.#onLine);
    this.#threads.add(thread);
    return thread;
  }

  async #runIn(thread: FunctionThread, event: unknown): Promise<Invocation> {
    const requestId = randomUUID();
    const milliseconds = this.spec.timeout * 1000;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#onLine(`${requestId} Task timed out after ${this.spec.timeout.toFixed(2)} seconds`);
      void thread.terminate();
    }, milliseconds);
    const request = { requestId, event: JSON.stringify(event ?? {}) };
    const answer = await thread.run({ ...request, deadline: Date.now() + milliseconds });
    clearTimeout(timer);
    if (late) return { kind: 'timed out' };
    return this.#outcome(answer, this.#killed.delete(thread));
  }

  #outcome(answer: ThreadAnswer | ThreadDeath, killed: boolean): Invocation {
    switch (answer.kind) {
      case 'returned':
        return { kind: 'returned', value: answer.result ? JSON.parse(answer.result) : undefined };
      case 'failed':
        return answer;
      case 'died':
        return killed ? { kind: 'killed' } : { ...answer, kind: 'failed' };
    }
  }
}

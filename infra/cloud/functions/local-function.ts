import { randomUUID } from 'node:crypto';
import type { EventAnswer } from './answer-event.ts';
import { enterChain, MOST_RUNS_IN_A_CHAIN } from './chain.ts';
import type {
  FunctionInstance,
  FunctionSpec,
  InstanceDeath,
  StartInstance,
} from './function-instance.ts';
import { FunctionThread } from './function-thread.ts';

/** How an invocation ended. Nothing of it was undone in any case. */
export type Invocation =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: string; readonly message: string }
  | { readonly kind: 'timed out' }
  | { readonly kind: 'killed' };

/** A function with its warm instances. */
export class LocalFunction {
  readonly spec: FunctionSpec;
  readonly #start: StartInstance;
  readonly #onLine: (line: string) => void;
  readonly #onEnd: (invocation: Invocation) => void;
  readonly #instances = new Set<FunctionInstance>();
  readonly #idle: FunctionInstance[] = [];
  readonly #killed = new WeakSet<FunctionInstance>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #closed = false;

  constructor(
    spec: FunctionSpec,
    onLine: (line: string) => void,
    onEnd: (invocation: Invocation) => void = () => undefined,
    start: StartInstance = startThread,
  ) {
    this.#start = start;
    this.spec = spec;
    this.#onLine = onLine;
    this.#onEnd = onEnd;
  }

  /** How many invocations run or wait. */
  get running(): number {
    return this.#running + this.#waiting.length;
  }

  /** Starts an instance, so that the first event finds it warm. */
  warm(): void {
    this.#idle.push(this.#startInstance());
  }

  /**
   * Handles an event in a warm instance or a new one. Never rejects for what the function does. `trace`:
   * the chain that led to it; one that has come through this function too often is dropped, as Lambda
   * does.
   */
  async invoke(event: unknown, trace?: string): Promise<Invocation> {
    const link = enterChain(this.spec.functionName, trace);
    if (link.runs > MOST_RUNS_IN_A_CHAIN && this.spec.recursiveLoop === 'Terminate') {
      return this.#dropped();
    }
    while (this.#running >= this.spec.mostInstances) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    if (this.#closed) return { kind: 'killed' };
    this.#running += 1;
    const instance = this.#takeInstance();
    try {
      const ended = await this.#runIn(instance, event, link.trace);
      this.#onEnd(ended);
      return ended;
    } finally {
      if (instance.alive) this.#idle.push(instance);
      else this.#instances.delete(instance);
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all instances at once, as a crash; returns how many invocations that cut off. */
  async kill(): Promise<number> {
    const instances = [...this.#instances];
    const cutOff = instances.length - this.#idle.length;
    for (const instance of instances) this.#killed.add(instance);
    this.#idle.length = 0;
    this.#instances.clear();
    await Promise.all(
      instances.map(async (instance) => {
        await instance.terminate();
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

  #dropped(): Invocation {
    const error = 'RecursiveInvocationException';
    const message = `${this.spec.functionName} has run ${MOST_RUNS_IN_A_CHAIN} times in one chain.`;
    this.#onLine(`${error}: ${message}`);
    const dropped = { kind: 'failed', error, message } as const;
    this.#onEnd(dropped);
    return dropped;
  }

  #takeInstance(): FunctionInstance {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#instances.delete(idle);
    }
    return this.#startInstance();
  }

  #startInstance(): FunctionInstance {
    const instance = this.#start(this.spec, this.#onLine);
    this.#instances.add(instance);
    return instance;
  }

  async #runIn(instance: FunctionInstance, event: unknown, trace: string): Promise<Invocation> {
    const requestId = randomUUID();
    const milliseconds = this.spec.timeout * 1000;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#onLine(`${requestId} Task timed out after ${this.spec.timeout.toFixed(2)} seconds`);
      void instance.terminate();
    }, milliseconds);
    const request = { requestId, event: JSON.stringify(event ?? {}), trace };
    const answer = await instance.run({ ...request, deadline: Date.now() + milliseconds });
    clearTimeout(timer);
    if (late) return { kind: 'timed out' };
    return this.#outcome(answer, this.#killed.delete(instance));
  }

  #outcome(answer: EventAnswer | InstanceDeath, killed: boolean): Invocation {
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

function startThread(...given: Parameters<StartInstance>): FunctionInstance {
  return new FunctionThread(...given);
}

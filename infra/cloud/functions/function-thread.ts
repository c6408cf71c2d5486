import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { EventAnswer, EventRequest } from './answer-event.ts';
import type { FunctionInstance, FunctionSpec, InstanceDeath } from './function-instance.ts';

/** An instance in a worker thread: quick to start, and killed as surely as a process. */
export class FunctionThread implements FunctionInstance {
  readonly #worker: Worker;
  #settle: ((answer: EventAnswer | InstanceDeath) => void) | undefined;
  #dead = false;

  constructor(spec: FunctionSpec, onLine: (line: string) => void) {
    const { environment, ...data } = spec;
    this.#worker = new Worker(new URL('./thread-entry.ts', import.meta.url), {
      workerData: data,
      env: environment,
      // The loaders of a test runner or of tsx are not the function's business.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: spec.memorySize },
    });
    for (const input of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input }).on('line', onLine);
    }
    this.#worker.on('message', (answer: EventAnswer) => {
      this.#finish(answer);
    });
    this.#worker.on('error', (error) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      this.#die(name, message);
    });
    this.#worker.on('exit', (code) => {
      this.#die('Runtime.ExitError', `The function's process ended with code ${code}.`);
    });
  }

  get alive(): boolean {
    return !this.#dead;
  }

  async run(request: EventRequest): Promise<EventAnswer | InstanceDeath> {
    return await new Promise((resolve) => {
      this.#settle = resolve;
      this.#worker.postMessage(request, []);
    });
  }

  async terminate(): Promise<void> {
    this.#dead = true;
    await this.#worker.terminate();
  }

  #die(error: string, message: string): void {
    this.#dead = true;
    this.#finish({ kind: 'died', error, message });
  }

  #finish(answer: EventAnswer | InstanceDeath): void {
    this.#settle?.(answer);
    this.#settle = undefined;
  }
}

import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './thread-entry.ts';

/** A thread that died under an invocation, or whose handler never answered. */
export interface ThreadDeath {
  readonly kind: 'died';
  /** Names the error, as Lambda does. */
  readonly error: string;
  readonly message: string;
}

/** One instance of a function: handles one event at a time. */
export class FunctionThread {
  readonly #worker: Worker;
  #settle: ((answer: ThreadAnswer | ThreadDeath) => void) | undefined;
  #dead = false;

  constructor(
    data: ThreadData,
    env: Readonly<Record<string, string>>,
    onLine: (line: string) => void,
  ) {
    this.#worker = new Worker(new URL('./thread-entry.ts', import.meta.url), {
      workerData: data,
      env,
      // The loaders of a test runner or of tsx are not the function's business.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: data.memorySize },
    });
    for (const input of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input }).on('line', onLine);
    }
    this.#worker.on('message', (answer: ThreadAnswer) => {
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

  /** False when the thread can take no more events. */
  get alive(): boolean {
    return !this.#dead;
  }

  /** Never rejects. */
  async run(request: ThreadRequest): Promise<ThreadAnswer | ThreadDeath> {
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

  #finish(answer: ThreadAnswer | ThreadDeath): void {
    this.#settle?.(answer);
    this.#settle = undefined;
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { EventAnswer, EventRequest } from '../../infra/cloud/functions/answer-event.ts';
import type {
  FunctionInstance,
  FunctionSpec,
  InstanceDeath,
} from '../../infra/cloud/functions/function-instance.ts';
import type { FromChild, Usage } from './process-entry.ts';

/** What a process tells: that its handler is loaded, and what it used, after each event. */
export interface ProcessWatch {
  readonly onLoaded?: (importMs: number) => void;
  readonly onUsage?: (usage: Usage) => void;
}

/** Lambda's own limits for a function's heap: a tenth of its memory for what is young. */
function heapLimits(memorySize: number): string[] {
  const young = Math.floor(memorySize / 10);
  return [
    `--max-semi-space-size=${Math.floor(young / 2)}`,
    `--max-old-space-size=${memorySize - young}`,
  ];
}

/** An instance in a process of its own, started as Lambda starts Node, so that it can be measured, or killed. */
export class FunctionProcess implements FunctionInstance {
  readonly #child: ChildProcess;
  #settle: ((answer: EventAnswer | InstanceDeath) => void) | undefined;
  #dead = false;

  /** `entry` is process-entry.ts; as plain JavaScript where reading TypeScript would be measured, too. */
  constructor(
    entry: string,
    spec: FunctionSpec,
    onLine: (line: string) => void,
    watch: ProcessWatch = {},
  ) {
    const { environment, ...data } = spec;
    this.#child = fork(entry, [JSON.stringify(data)], {
      env: environment,
      execArgv: ['--expose-gc', '--max-http-header-size=81920', ...heapLimits(spec.memorySize)],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const input of [this.#child.stdout!, this.#child.stderr!]) {
      createInterface({ input }).on('line', onLine);
    }
    this.#child.on('message', (message: FromChild) => {
      if (message.kind === 'loaded') {
        watch.onLoaded?.(message.importMs);
        return;
      }
      watch.onUsage?.(message.usage);
      this.#finish(message.answer);
    });
    this.#child.on('exit', (code, signal) => {
      this.#die(`The function's process ended with ${code ?? signal}.`);
    });
  }

  get alive(): boolean {
    return !this.#dead;
  }

  async run(request: EventRequest): Promise<EventAnswer | InstanceDeath> {
    return await new Promise((resolve) => {
      this.#settle = resolve;
      this.#child.send(request, (error) => {
        if (error !== null) this.#die(error.message);
      });
    });
  }

  async terminate(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#dead = true;
    await new Promise((resolve) => {
      this.#child.once('exit', resolve);
      this.#child.kill('SIGKILL');
    });
  }

  #die(message: string): void {
    this.#dead = true;
    this.#finish({ kind: 'died', error: 'Runtime.ExitError', message });
  }

  #finish(answer: EventAnswer | InstanceDeath): void {
    this.#settle?.(answer);
    this.#settle = undefined;
  }
}

import type {
  FunctionInstance,
  FunctionSpec,
} from '../../infra/cloud/functions/function-instance.ts';
import { FunctionProcess } from '../support/function-process.ts';
import type { Usage } from '../support/process-entry.ts';

/** One event that a function handled. Epoch milliseconds. */
export interface Handled {
  readonly functionName: string;
  readonly from: number;
  readonly to: number;
}

/** When a function had worked on a chunk (epoch milliseconds), as its log tells. */
export interface WorkedOn {
  readonly functionName: string;
  readonly at: number;
}

const NOTHING: Usage = { peakMemory: 0, cpuMs: 0 };

/** Starts the functions of a cloud in processes of their own and records what each of them does. */
export class FunctionRecords {
  /** The functions seen so far, by name. */
  readonly specs = new Map<string, FunctionSpec>();
  readonly handled: Handled[] = [];
  readonly workedOn: WorkedOn[] = [];
  /** The most that a process of a function used, by name. */
  readonly usage = new Map<string, Usage>();
  /** Lines of their logs that tell of an error. */
  readonly failures: string[] = [];
  readonly #entry: string;

  /** `entry` is process-entry.ts as plain JavaScript. */
  constructor(entry: string) {
    this.#entry = entry;
  }

  /** Hears of every line that a function logs. */
  onLog(functionName: string, line: string): void {
    if (line.includes('"chunk worked on"')) this.workedOn.push({ functionName, at: Date.now() });
    if (line.includes('"ERROR"')) this.failures.push(`${functionName}: ${line}`);
  }

  /** Starts a process that is watched. */
  start(spec: FunctionSpec, onLine: (line: string) => void): FunctionInstance {
    const { functionName } = spec;
    this.specs.set(functionName, spec);
    const started = new FunctionProcess(this.#entry, spec, onLine, {
      onUsage: (used) => {
        this.#note(functionName, used);
      },
    });
    return {
      get alive() {
        return started.alive;
      },
      run: async (request) => {
        const from = Date.now();
        const answer = await started.run(request);
        this.handled.push({ functionName, from, to: Date.now() });
        return answer;
      },
      terminate: async () => {
        await started.terminate();
      },
    };
  }

  /** Milliseconds that a fresh process takes to import a function's bundle. */
  async importOnce(spec: FunctionSpec): Promise<number> {
    let started: FunctionProcess | undefined;
    const importMs = await new Promise<number>((onLoaded) => {
      started = new FunctionProcess(this.#entry, spec, () => undefined, { onLoaded });
    });
    await started?.terminate();
    return importMs;
  }

  #note(functionName: string, used: Usage): void {
    const known = this.usage.get(functionName) ?? NOTHING;
    this.usage.set(functionName, {
      peakMemory: Math.max(known.peakMemory, used.peakMemory),
      cpuMs: Math.max(known.cpuMs, used.cpuMs),
    });
  }
}

/** A moment at which a process can die: before a port call has its effect, or after it. */
export interface CrashPoint {
  /** `provider.renewals.pay`, `jobs.move` and so on. */
  readonly call: string;
  readonly when: 'before' | 'after';
}

/**
 * Decides at every point whether the process dies there, or gets an error instead of an answer: a
 * call that was refused (before), or one that took place and whose answer is lost (after).
 */
export type CrashAt = (point: CrashPoint) => boolean | Error;

/** The end of a process, not an error it could handle. */
export class Crash extends Error {
  override readonly name = 'Crash';

  constructor({ call, when }: CrashPoint) {
    super(`crashed ${when} ${call}`);
  }
}

/**
 * One run of a function that may die: its ports are wrapped so that from the crash on nothing that
 * was still under way has any further effect or ever answers, as in a process that is gone.
 */
export class Mortal {
  readonly #crashAt: CrashAt;
  readonly #died: Promise<never>;
  #die: (crash: Crash) => void = () => undefined;
  #dead = false;

  constructor(crashAt: CrashAt) {
    this.#crashAt = crashAt;
    this.#died = new Promise((_, reject) => {
      this.#die = reject;
    });
    this.#died.catch(() => undefined);
  }

  /** Runs until the end or the crash, whichever comes first. */
  async run<T>(act: () => Promise<T>): Promise<T> {
    return await Promise.race([act(), this.#died]);
  }

  /** The port with every function of it, also of its parts, turned into crash points. */
  wrap<T extends object>(name: string, port: T): T {
    return new Proxy(port, {
      get: (target, key, receiver) => {
        const value: unknown = Reflect.get(target, key, receiver);
        // Traits are told at once: no call is made for them.
        if (key === 'traits') return value;
        const path = `${name}.${String(key)}`;
        if (typeof value === 'function') {
          return async (...args: unknown[]) => {
            const call = async (): Promise<unknown> =>
              await (value as (...given: unknown[]) => Promise<unknown>).apply(target, args);
            return await this.#mortally(path, call);
          };
        }
        return typeof value === 'object' && value !== null ? this.wrap(path, value) : value;
      },
    });
  }

  async #mortally(path: string, call: () => Promise<unknown>): Promise<unknown> {
    await this.#pass({ call: path, when: 'before' });
    const answer = await call();
    await this.#pass({ call: path, when: 'after' });
    return answer;
  }

  async #pass(point: CrashPoint): Promise<void> {
    const befalls = !this.#dead && this.#crashAt(point);
    if (befalls instanceof Error) throw befalls;
    if (befalls) {
      this.#dead = true;
      this.#die(new Crash(point));
    }
    if (this.#dead) await new Promise<never>(() => undefined);
  }
}

import type { Answer } from '../../frame/calls/answer.ts';

/** A call that was made with a ClientToken, and what it came to. */
export interface Remembered {
  /** Action and parameters, whatever belongs to one request alone left out. */
  readonly said: string;
  readonly at: number;
  readonly answer: Answer;
}

/** What calls came to by their ClientToken, for as long as tokens are remembered. */
export class TokenMemory {
  readonly #calls = new Map<string, Remembered>();

  /** The call of a token, unless it is older than `lifetimeMs`; null is for ever. */
  find(token: string, now: number, lifetimeMs: number | null): Remembered | undefined {
    const found = this.#calls.get(token);
    if (found === undefined) return undefined;
    return lifetimeMs === null || now - found.at < lifetimeMs ? found : undefined;
  }

  remember(token: string, call: Remembered): void {
    this.#calls.set(token, call);
  }
}

import type { Disturbance, Fault } from './fault.ts';

function hits(
  fault: Fault<string, string>,
  api: string,
  number: number,
  names: () => readonly string[],
): boolean {
  if (fault.api !== 'any' && fault.api !== api) return false;
  if (fault.naming !== undefined && !names().includes(fault.naming)) return false;
  const { call } = fault;
  if (call === 'every') return true;
  if (typeof call === 'number') return call === number;
  if (Array.isArray(call)) return call.includes(number);
  return number >= call.from && number <= (call.to ?? Infinity);
}

/** The planted faults, and which of them a call meets. */
export class FaultPlan<Api extends string, Act extends string> {
  #faults: readonly Fault<Api, Act>[];
  readonly #random: () => number;

  constructor(faults: readonly Fault<Api, Act>[], random: () => number) {
    this.#faults = faults;
    this.#random = random;
  }

  add(fault: Fault<Api, Act>): void {
    this.#faults = [...this.#faults, fault];
  }

  clear(): void {
    this.#faults = [];
  }

  /**
   * What befalls the call, in the order it was planted. `number` counts from 1 for each API; `names`
   * are the ids that the call names.
   */
  of(
    api: Api,
    number: number,
    when: 'before' | 'after',
    names: () => readonly string[],
  ): Disturbance<Act>[] {
    return this.#faults
      .filter((fault) => fault.when === when && hits(fault, api, number, names))
      .filter(({ chance }) => chance === 1 || this.#random() < chance)
      .map(({ what }) => what);
  }
}

import type { ApiName } from './api.ts';
import type { Disturbance, Fault } from './fault.ts';

function hits(fault: Fault, api: ApiName, number: number): boolean {
  if (fault.api !== 'any' && fault.api !== api) return false;
  const { call } = fault;
  if (call === 'every') return true;
  if (typeof call === 'number') return call === number;
  if (Array.isArray(call)) return call.includes(number);
  return number >= call.from && number <= (call.to ?? Infinity);
}

/** The planted faults, and which of them a call meets. */
export class FaultPlan {
  #faults: readonly Fault[];
  readonly #random: () => number;

  constructor(faults: readonly Fault[], random: () => number) {
    this.#faults = faults;
    this.#random = random;
  }

  add(fault: Fault): void {
    this.#faults = [...this.#faults, fault];
  }

  clear(): void {
    this.#faults = [];
  }

  /** What befalls the call, in the order it was planted. `number` counts from 1 for each API. */
  of(api: ApiName, number: number, when: Fault['when']): Disturbance[] {
    return this.#faults
      .filter((fault) => fault.when === when && hits(fault, api, number))
      .filter(({ chance }) => chance === 1 || this.#random() < chance)
      .map(({ what }) => what);
  }
}

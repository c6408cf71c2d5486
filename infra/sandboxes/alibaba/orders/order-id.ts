import type { SandboxState } from '../state.ts';

/** An order id as answers have it: text, or a number below 2^53. */
export function shownId({ behaviour }: SandboxState, id: string): string | number {
  return behaviour.orderIds === 'number' ? Number(id) : id;
}

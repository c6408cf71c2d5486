import type { SandboxState } from '../state.ts';

/**
 * An order id as answers have it: text, or a number below 2^53. `isLong` says that this answer's
 * page has it as a number.
 */
export function shownId({ behaviour }: SandboxState, id: string, isLong = false): string | number {
  const asNumber =
    behaviour.orderIds === 'as documented' ? isLong : behaviour.orderIds === 'number';
  return asNumber ? Number(id) : id;
}

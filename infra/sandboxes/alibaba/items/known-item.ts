import type { SandboxState } from '../state.ts';
import type { Item } from './item.ts';

/** An instance by its id or a domain by its name. Throws a plain sentence where there is none. */
export function knownItem({ items }: SandboxState, id: string): Item {
  const item = items.get(id);
  if (item === undefined) throw new Error(`there is no resource ${id}`);
  return item;
}

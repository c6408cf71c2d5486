import { bareId } from '../../values/bare-id.ts';

/**
 * Finds the asked id that a resource id in an answer stands for; null: none of them. Server ids come
 * with and without dashes and in either case (Huawei contract, section 0), so an id that is not
 * there as written is matched without both, if exactly one asked id fits: the engine then always
 * sees its own spelling.
 */
export function matchIds(asked: readonly string[]): (given: string) => string | null {
  const exact = new Set(asked);
  const bare = new Map<string, string | null>();
  for (const id of exact) bare.set(bareId(id), bare.has(bareId(id)) ? null : id);
  return (given) => (exact.has(given) ? given : (bare.get(bareId(given)) ?? null));
}

import type { ProviderResource, ResourceDesk } from '../ports/provider.ts';
import type { Refusal } from '../ports/answer.ts';
import { idKey, ProviderSilent, type Suspension, suspension } from './chunk-work.ts';

/** Resources by id, and ids that the provider would not even look up, with its refusal. */
export interface ResourceLook {
  readonly found: ReadonlyMap<string, ProviderResource>;
  readonly refused: ReadonlyMap<string, Refusal>;
}

/**
 * Looks resources up. A refusal that is about some id of many is narrowed down by halves until the
 * culprits stand alone, which is harmless for a read. Throws {@link ProviderSilent} when no answer
 * comes; stops when the refusal is about the whole account.
 */
export async function readResources(
  desk: ResourceDesk,
  ids: readonly string[],
): Promise<ResourceLook | Suspension> {
  if (ids.length === 0) return { found: new Map(), refused: new Map() };
  const answer = await desk.resources(ids);
  switch (answer.kind) {
    case 'done': {
      const found = answer.value.map((resource) => [idKey(resource.resourceId), resource] as const);
      return { found: new Map(found), refused: new Map() };
    }
    case 'unknown':
      throw new ProviderSilent('resources', answer.detail);
    case 'refused':
      return await narrowDown(desk, ids, answer.refusal);
  }
}

async function narrowDown(
  desk: ResourceDesk,
  ids: readonly string[],
  refusal: Refusal,
): Promise<ResourceLook | Suspension> {
  if (refusal.remedy === 'suspend') return suspension(refusal);
  if (refusal.remedy === 'wait') throw new ProviderSilent('resources', refusal.message);
  if (ids.length === 1) {
    return { found: new Map(), refused: new Map([[idKey(ids[0]!), refusal]]) };
  }
  const middle = Math.ceil(ids.length / 2);
  const left = await readResources(desk, ids.slice(0, middle));
  if ('kind' in left) return left;
  const right = await readResources(desk, ids.slice(middle));
  if ('kind' in right) return right;
  return {
    found: new Map([...left.found, ...right.found]),
    refused: new Map([...left.refused, ...right.refused]),
  };
}

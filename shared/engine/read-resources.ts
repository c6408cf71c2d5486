import type { Refusal } from '../renewal/answer.ts';
import type { RowReading } from '../renewal/decide/facts.ts';
import type { ProviderResource, RowDesk } from '../ports/provider.ts';
import { type Heard, heard } from './triage.ts';

/** Resources by their key, and ids that the provider would not even look up, with its refusal. */
export interface ResourceLook {
  readonly found: ReadonlyMap<string, ProviderResource>;
  readonly refused: ReadonlyMap<string, Refusal>;
}

/**
 * Looks resources up. A refusal that is about some id of many is narrowed down by halves until the
 * culprits stand alone, which is harmless for a read.
 */
export async function readResources(
  desk: RowDesk,
  ids: readonly string[],
): Promise<Exclude<Heard<ResourceLook>, { kind: 'refused' }>> {
  if (ids.length === 0) {
    return { kind: 'told', value: { found: new Map(), refused: new Map() } };
  }
  const answer = heard(await desk.resources(ids));
  switch (answer.kind) {
    case 'silent':
    case 'stopped':
      return answer;
    case 'told': {
      const found = answer.value.map((one) => [desk.traits.idKey(one.resourceId), one] as const);
      return { kind: 'told', value: { found: new Map(found), refused: new Map() } };
    }
    case 'refused': {
      if (ids.length === 1) {
        const refused = new Map([[desk.traits.idKey(ids[0]!), answer.refusal]]);
        return { kind: 'told', value: { found: new Map(), refused } };
      }
      const middle = Math.ceil(ids.length / 2);
      const left = await readResources(desk, ids.slice(0, middle));
      if (left.kind !== 'told') return left;
      const right = await readResources(desk, ids.slice(middle));
      if (right.kind !== 'told') return right;
      return {
        kind: 'told',
        value: {
          found: new Map([...left.value.found, ...right.value.found]),
          refused: new Map([...left.value.refused, ...right.value.refused]),
        },
      };
    }
  }
}

/** What a look says of one id. */
export function readingOf({ found, refused }: ResourceLook, key: string): RowReading {
  const refusal = refused.get(key);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const resource = found.get(key);
  return resource === undefined ? { kind: 'not shown' } : { kind: 'shown', resource };
}

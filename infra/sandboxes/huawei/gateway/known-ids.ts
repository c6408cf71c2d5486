import { z } from 'zod';

import type { SandboxState } from '../state.ts';

const naming = z.looseObject({ resource_ids: z.array(z.string()) });

function bare(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}

/**
 * A body whose resource ids are spelled as the world spells them, where it takes any spelling of
 * dashes and letter case (`behaviour.idSpellings`, Huawei contract, section 0).
 */
export function withKnownIds({ behaviour, resources }: SandboxState, body: unknown): unknown {
  if (behaviour.idSpellings === 'exact') return body;
  const parsed = naming.safeParse(body);
  if (!parsed.success) return body;
  const known = new Map([...resources.keys()].map((id) => [bare(id), id]));
  const ids = parsed.data.resource_ids.map((id) => known.get(bare(id)) ?? id);
  return { ...parsed.data, resource_ids: ids };
}

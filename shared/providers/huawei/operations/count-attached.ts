import type { Answer } from '../../../renewal/answer.ts';
import type { Connection } from '../connection.ts';
import { inGroups } from '../../wire/in-groups.ts';
import { matchIds } from '../match-ids.ts';
import { together } from '../../wire/read-answer.ts';
import { readRecords } from './read-records.ts';
import { toResource } from './resource-shape.ts';

/** The most ids of one call (Huawei contract, section 2). */
const IDS_PER_CALL = 50;

/**
 * How many attached resources the query shows for each of these main ones; those without any are
 * absent (Huawei contract, sections 1.1 and 2: what is attached is what the query says).
 */
export async function countAttached(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, number>>> {
  const groups = inGroups([...new Set(ids)], IDS_PER_CALL);
  const read = together(
    await Promise.all(groups.map(async (some) => await parentsOf(connection, some))),
  );
  if (read.kind !== 'done') return read;
  const counts = new Map<string, number>();
  for (const parent of read.value) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return { kind: 'done', value: counts };
}

async function parentsOf(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly string[]>> {
  const read = await readRecords(connection, { resource_ids: ids, only_main_resource: 0 });
  if (read.kind !== 'done') return read;
  const match = matchIds(ids);
  const value = read.value.flatMap((record) => {
    const resource = toResource(record);
    const parent = resource === null || resource.main ? null : resource.parent;
    return (parent === null ? null : match(parent)) ?? [];
  });
  return { kind: 'done', value };
}

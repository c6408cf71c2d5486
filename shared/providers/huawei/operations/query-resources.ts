import type { Answer } from '../../../renewal/answer.ts';
import type { ProviderResource } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { matchIds } from '../match-ids.ts';
import { inGroups } from '../../wire/in-groups.ts';
import { together } from '../../wire/read-answer.ts';
import { readRecords } from './read-records.ts';
import { toResource } from './resource-shape.ts';

/** The most ids of one call, and so also the most records that can be asked for (section 2). */
const IDS_PER_CALL = 50;

/**
 * The resources with these ids, spelled as asked; unknown ids are absent (Huawei contract, section
 * 2). Without ids nothing is asked: an empty request would list the whole account.
 */
export async function queryResources(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly ProviderResource[]>> {
  const unique = [...new Set(ids)];
  const answers = await Promise.all(
    inGroups(unique, IDS_PER_CALL).map(async (some) => await queryGroup(connection, some)),
  );
  return together(answers);
}

async function queryGroup(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly ProviderResource[]>> {
  const read = await queryPages(connection, { resource_ids: ids });
  if (read.kind !== 'done') return read;
  const match = matchIds(ids);
  const value = read.value.flatMap((resource) => {
    const resourceId = match(resource.resourceId);
    return resourceId === null ? [] : [{ ...resource, resourceId }];
  });
  return { kind: 'done', value };
}

/** All main resources that fit a filter, and attached ones among ids that were asked for by name. */
export async function queryPages(
  connection: Connection,
  filter: { readonly resource_ids: readonly string[] } | { readonly order_id: string },
): Promise<Answer<readonly ProviderResource[]>> {
  const read = await readRecords(connection, { ...filter, only_main_resource: 1 });
  if (read.kind !== 'done') return read;
  return { kind: 'done', value: read.value.flatMap((record) => toResource(record) ?? []) };
}

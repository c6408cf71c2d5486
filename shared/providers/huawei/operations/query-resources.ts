import type { Answer } from '../../../ports/answer.ts';
import type { ProviderResource } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { matchIds } from '../match-ids.ts';
import { inGroups } from '../in-groups.ts';
import { readAnswer, together } from '../read-answer.ts';
import { readPages } from '../read-pages.ts';
import { resourcePage, toResource } from './resource-shape.ts';

/** The most ids of one call, and so also the most records that can be asked for (section 2). */
const IDS_PER_CALL = 50;
/** Larger pages are not documented; the default would be 10. */
const PAGE = 50;

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
  { client }: Connection,
  filter: { readonly resource_ids: readonly string[] } | { readonly order_id: string },
): Promise<Answer<readonly ProviderResource[]>> {
  const pages = await readPages(
    async (offset) => {
      const body = { ...filter, only_main_resource: 1, offset, limit: PAGE };
      const page = readAnswer(await client.call({ api: 'query', body }), resourcePage);
      if (page.kind !== 'done') return page;
      const { total_count: total, data } = page.value;
      return { kind: 'done', value: { total, items: data.map(toResource) } };
    },
    (resource) => resource?.resourceId ?? '',
  );
  return pages.kind === 'done'
    ? { kind: 'done', value: pages.value.filter((resource) => resource !== null) }
    : pages;
}

import type { Answer } from '../../../renewal/answer.ts';
import type { DueFilter, ResourcePage } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { matchIds } from '../match-ids.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import { readRecords } from './read-records.ts';
import { resourcePage, STATUS_CODES, toResource, toSurveyed } from './resource-shape.ts';

/** The most ids of one call; larger pages are not documented either (Huawei contract, section 2). */
const PAGE = 50;

/**
 * One page of the main resources that fit a filter (Huawei contract, section 2), 50 at most. `from`
 * is the index of its first record, of a list of ids the first of them. Of several service types the
 * call takes none, so that all are given; whether the ends of the window belong to it is not documented.
 */
export async function listDue(
  connection: Connection,
  filter: DueFilter,
  from: string | null,
): Promise<Answer<ResourcePage>> {
  const offset = Number(from ?? 0);
  return filter.ids === null
    ? await pageOf(connection, filter, offset)
    : await pageOfIds(connection, filter.ids, offset);
}

async function pageOf(
  { client }: Connection,
  { expiresFrom, expiresBefore, order, statuses, serviceTypes }: DueFilter,
  offset: number,
): Promise<Answer<ResourcePage>> {
  const only = serviceTypes?.length === 1 ? serviceTypes[0] : undefined;
  const body = {
    only_main_resource: 1,
    offset,
    limit: PAGE,
    ...(statuses === null ? {} : { status_list: statuses.map((status) => STATUS_CODES[status]) }),
    ...(expiresFrom === null ? {} : { expire_time_begin: utc(expiresFrom) }),
    ...(expiresBefore === null ? {} : { expire_time_end: utc(expiresBefore) }),
    ...(only === undefined ? {} : { service_type_code: only }),
    ...(order === null ? {} : { order_id: order }),
  };
  const page = readAnswer(await client.call({ api: 'query', body }), resourcePage);
  if (page.kind !== 'done') return page;
  const { total_count: total, data } = page.value;
  const end = offset + data.length;
  const over = data.length === 0 || (total !== null && end >= total);
  const mains = data.filter((record) => toResource(record)?.main === true);
  return {
    kind: 'done',
    value: {
      resources: mains.flatMap((record) => toSurveyed(record) ?? []),
      total,
      next: over ? null : String(end),
    },
  };
}

async function pageOfIds(
  connection: Connection,
  all: readonly string[],
  offset: number,
): Promise<Answer<ResourcePage>> {
  const ids = all.slice(offset, offset + PAGE);
  const end = offset + ids.length;
  const next = end < all.length ? String(end) : null;
  // An empty request would list the whole account.
  if (ids.length === 0) return { kind: 'done', value: { resources: [], total: null, next } };
  const read = await readRecords(connection, { resource_ids: ids, only_main_resource: 1 });
  if (read.kind !== 'done') return read;
  const match = matchIds(ids);
  const resources = read.value.flatMap((record) => {
    const resource = toSurveyed(record);
    const resourceId = resource === null ? null : match(resource.resourceId);
    return resource === null || resourceId === null ? [] : [{ ...resource, resourceId }];
  });
  return { kind: 'done', value: { resources, total: null, next } };
}

/** UTC text without parts of a second (section 0). */
function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

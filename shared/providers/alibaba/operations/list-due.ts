import type { Answer } from '../../../renewal/answer.ts';
import type { DueFilter, ResourcePage } from '../../../ports/provider.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { isDomain } from '../names.ts';
import { utcText } from '../utc-text.ts';
import { domainPage } from './domain-shape.ts';
import { instancePage } from './instance-shape.ts';
import { queryDomains } from './query-domains.ts';
import { queryInstances } from './query-instances.ts';
import { resourcesOfOrder } from './read-order.ts';
import { DOMAINS, surveyedDomain, surveyedInstance } from './surveyed.ts';

/** The most instances of a page, and ids of one call (Alibaba contract, section 2.2). */
const INSTANCES = 300;
const IDS = 100;
/** The most domains of a page is NOT FOUND (section 1.5). */
const DOMAIN_PAGE = 20;
const DAY_MS = 86_400_000;

/**
 * One page of what falls due: instances first, then domains. `from` is the list that goes on and the
 * number of its page, or the index of the next id. Statuses cannot be asked for, and of several service
 * types none: more is given than fits.
 */
export async function listDue(
  connection: Connection,
  filter: DueFilter,
  from: string | null,
): Promise<Answer<ResourcePage>> {
  const [, list = 'instances', number = '0'] = /^(\w+) (\d+)$/u.exec(from ?? '') ?? [];
  if (filter.ids !== null) return await pageOfIds(connection, filter.ids, Number(number));
  if (filter.order !== null) {
    const named = await resourcesOfOrder(connection, filter.order);
    if (named.kind !== 'done') return named;
    const ids = named.value.map(({ resourceId }) => resourceId);
    return await pageOfIds(connection, ids, Number(number));
  }
  const page = Math.max(1, Number(number));
  const types = filter.serviceTypes;
  if (list === 'domains' || (types !== null && types.every((type) => type === DOMAINS))) {
    return await pageOfDomains(connection, filter, page);
  }
  return await pageOfInstances(connection, filter, page);
}

async function pageOfInstances(
  { client }: Connection,
  { expiresFrom, expiresBefore, serviceTypes }: DueFilter,
  page: number,
): Promise<Answer<ResourcePage>> {
  const only = serviceTypes?.length === 1 ? serviceTypes[0] : undefined;
  const query = {
    SubscriptionType: 'Subscription',
    PageNum: `${page}`,
    PageSize: `${INSTANCES}`,
    ...(expiresFrom === null ? {} : { EndTimeStart: utcText(expiresFrom) }),
    ...(expiresBefore === null ? {} : { EndTimeEnd: utcText(expiresBefore) }),
    ...(only === undefined ? {} : { ProductCode: only }),
  };
  const answer = readAnswer(await client.call({ api: 'instances', query }), instancePage);
  if (answer.kind !== 'done') return answer;
  const { TotalCount: total, InstanceList: items } = answer.value.Data;
  const over = items.length === 0 || (total !== null && page * INSTANCES >= total);
  const withDomains = serviceTypes === null || serviceTypes.includes(DOMAINS);
  const next = over ? (withDomains ? 'domains 1' : null) : `instances ${page + 1}`;
  const resources = items.flatMap((one) => surveyedInstance(one.InstanceID, one) ?? []);
  return { kind: 'done', value: { resources, total: null, next } };
}

/** Days are the list's own measure, and whose is not documented: one more on either side (section 1.5). */
async function pageOfDomains(
  { client }: Connection,
  { expiresFrom, expiresBefore }: DueFilter,
  page: number,
): Promise<Answer<ResourcePage>> {
  const query = {
    PageNum: `${page}`,
    PageSize: `${DOMAIN_PAGE}`,
    OrderKeyType: 'ExpirationDate',
    OrderByType: 'ASC',
    ...(expiresFrom === null ? {} : { StartExpirationDate: `${expiresFrom - DAY_MS}` }),
    ...(expiresBefore === null ? {} : { EndExpirationDate: `${expiresBefore + DAY_MS}` }),
  };
  const answer = readAnswer(await client.call({ api: 'domains', query }), domainPage);
  if (answer.kind !== 'done') return answer;
  const { TotalItemNum: total, Data: items } = answer.value;
  const over = items.length === 0 || (total !== null && page * DOMAIN_PAGE >= total);
  const resources = items.flatMap((one) => surveyedDomain(one.DomainName, one) ?? []);
  return {
    kind: 'done',
    value: { resources, total: null, next: over ? null : `domains ${page + 1}` },
  };
}

async function pageOfIds(
  connection: Connection,
  all: readonly string[],
  offset: number,
): Promise<Answer<ResourcePage>> {
  const ids = all.slice(offset, offset + IDS);
  const end = offset + ids.length;
  const next = end < all.length ? `ids ${end}` : null;
  const instances = await queryInstances(
    connection,
    ids.filter((id) => !isDomain(id)),
  );
  if (instances.kind !== 'done') return instances;
  const domains = await queryDomains(
    connection,
    ids.filter((id) => isDomain(id)),
  );
  if (domains.kind !== 'done') return domains;
  const resources = [
    ...[...instances.value].flatMap(([id, one]) => surveyedInstance(id, one) ?? []),
    ...domains.value.flatMap(({ id, domain }) => surveyedDomain(id, domain) ?? []),
  ];
  return { kind: 'done', value: { resources, total: null, next } };
}

import type { Answer } from '../../../renewal/answer.ts';
import type { ProviderResource } from '../../../renewal/readings.ts';
import type { AlibabaAccount, Connection } from '../connection.ts';
import { isDomain } from '../names.ts';
import { routeOf } from '../routes.ts';
import { together } from '../../wire/read-answer.ts';
import { toResource } from './domain-shape.ts';
import { type Instance, isToEnd, renewsItself } from './instance-shape.ts';
import { queryDomains } from './query-domains.ts';
import { queryInstances } from './query-instances.ts';

/**
 * Instances and domains with these ids, spelled as asked (Alibaba contract, sections 1.5 and 2.2); what
 * is not shown is absent. Of a server the product's own expiry is not read besides: it would take a
 * permission and a call for each region, and which of two to believe is documented nowhere.
 */
export async function look(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly ProviderResource[]>> {
  return together(
    await Promise.all([
      lookAtDomains(
        connection,
        ids.filter((id) => isDomain(id)),
      ),
      lookAtInstances(
        connection,
        ids.filter((id) => !isDomain(id)),
      ),
    ]),
  );
}

async function lookAtDomains(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly ProviderResource[]>> {
  const found = await queryDomains(connection, ids);
  if (found.kind !== 'done') return found;
  const value = found.value.map(({ id, domain }) => toResource(id, domain, connection.account));
  return { kind: 'done', value };
}

async function lookAtInstances(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly ProviderResource[]>> {
  const found = await queryInstances(connection, ids);
  if (found.kind !== 'done') return found;
  const value = [...found.value].map(([id, one]) => instanceResource(id, one, connection.account));
  return { kind: 'done', value };
}

function instanceResource(
  resourceId: string,
  instance: Instance,
  account: AlibabaAccount,
): ProviderResource {
  return {
    resourceId,
    name: null,
    main: true,
    parent: null,
    expiry: instance.EndTime,
    autoRenew: renewsItself(instance),
    route: routeOf(instance, account),
    ...(isToEnd(instance) ? { ends: true } : {}),
  };
}

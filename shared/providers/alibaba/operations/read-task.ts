import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading, ProviderResource } from '../../../renewal/readings.ts';
import type { Connection } from '../connection.ts';
import { otherSpelling } from '../names.ts';
import { readAll } from '../read-all.ts';
import type { TaskName } from '../task-names.ts';
import { ALIBABA } from '../traits.ts';
import { detailPage, isRenewal, type TaskDetail, taskReading } from './task-shape.ts';

/** A thousand is the most (Alibaba contract, section 1.2); no task of ours has so many. */
const PAGE = 100;

/** A task, or its part about one domain, as an order; null where the provider shows nothing of it. */
export async function readTask(
  connection: Connection,
  name: TaskName,
): Promise<Answer<OrderReading | null>> {
  const read = await detailsOf(connection, name);
  if (read.kind !== 'done') return read;
  const { client, account } = connection;
  const how = { currency: account.currency, clean: client.clean };
  const value = read.value.length === 0 ? null : taskReading(name, read.value, how);
  return { kind: 'done', value };
}

/** The domains of a task, or the one that is named, as far as they are shown. */
export async function domainsOfTask(
  connection: Connection,
  name: TaskName,
): Promise<Answer<readonly ProviderResource[]>> {
  const read = await detailsOf(connection, name);
  if (read.kind !== 'done') return read;
  const names = new Set(read.value.flatMap(({ DomainName: domain }) => domain ?? []));
  return { kind: 'done', value: [...names].map(bare) };
}

/** A resource of which nothing but its id is known here. */
export function bare(resourceId: string): ProviderResource {
  return {
    resourceId,
    name: null,
    main: true,
    parent: null,
    expiry: null,
    autoRenew: false,
  };
}

/** All details of a task that renews, of one domain where one is named (Alibaba contract, section 1.2). */
export async function detailsOf(
  connection: Connection,
  { task, domain }: TaskName,
): Promise<Answer<readonly TaskDetail[]>> {
  const read = await readAll(connection, {
    api: 'taskDetails',
    query: {
      TaskNo: task,
      Lang: 'en',
      UserClientIp: '127.0.0.1',
      // By which spelling of a name in other letters it would be found is not known.
      ...(domain === null || otherSpelling(domain) !== null ? {} : { DomainName: domain }),
    },
    size: PAGE,
    shape: detailPage,
    page: ({ TotalItemNum: total, Data: items }) => ({ total, items }),
    key: ({ TaskDetailNo: number }) => number,
  });
  if (read.kind !== 'done') return read;
  const value = read.value.filter(
    (one) => isRenewal(one) && (domain === null || isAbout(one, domain)),
  );
  return { kind: 'done', value };
}

function isAbout({ DomainName: shown }: TaskDetail, domain: string): boolean {
  return shown !== null && ALIBABA.idKey(shown) === ALIBABA.idKey(domain);
}

import type { Answer } from '../../../renewal/answer.ts';
import type { Connection } from '../connection.ts';
import { readAll } from '../read-all.ts';
import { type Instance, instancePage } from './instance-shape.ts';

/** All instances that fit a query, some at a time (Alibaba contract, section 2.2: at most 300). */
export async function readInstances(
  connection: Connection,
  query: Readonly<Record<string, string>>,
  size: number,
): Promise<Answer<readonly Instance[]>> {
  return await readAll(connection, {
    api: 'instances',
    query,
    size,
    shape: instancePage,
    page: ({ Data: { TotalCount: total, InstanceList: items } }) => ({ total, items }),
    key: ({ InstanceID: id }) => id,
  });
}

import type { Answer } from '../../../renewal/answer.ts';
import type { ProviderResource } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { queryPages } from './query-resources.ts';

/**
 * The main resources under an order (Huawei contract, section 2). Whether this finds resources by a
 * renewal order is not documented: an empty list proves nothing.
 */
export async function resourcesOfOrder(
  connection: Connection,
  orderId: string,
): Promise<Answer<readonly ProviderResource[]>> {
  return await queryPages(connection, { order_id: orderId });
}

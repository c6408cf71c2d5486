import * as z from 'zod/mini';
import type { ProviderResource } from '../../../ports/provider.ts';
import { integer, list, moment, text } from '../fields.ts';

const resource = z.object({
  resource_id: text,
  resource_name: text,
  parent_resource_id: text,
  is_main_resource: integer,
  expire_time: moment,
  expire_policy: integer,
});

/** The answer to a resource query (Huawei contract, section 2); every field may be absent. */
export const resourcePage = z.object({ total_count: integer, data: list(resource) });

/** Auto-renewal is switched on: the only policy that means so (section 2). */
const AUTO_RENEW = 3;
const ATTACHED = 0;
const MAIN = 1;

/**
 * One record as a resource; null without an id. Where the main flag is missing, a resource with
 * another one as its parent is attached.
 */
export function toResource(record: z.output<typeof resource>): ProviderResource | null {
  const { resource_id: resourceId, parent_resource_id: parentId } = record;
  if (resourceId === null) return null;
  const parent = parentId === resourceId ? null : parentId;
  const flag = record.is_main_resource;
  return {
    resourceId,
    name: record.resource_name,
    main: flag === MAIN || (flag !== ATTACHED && parent === null),
    parent,
    expiry: record.expire_time,
    autoRenew: record.expire_policy === AUTO_RENEW,
  };
}

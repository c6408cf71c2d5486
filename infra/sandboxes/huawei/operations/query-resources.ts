import { z } from 'zod';

import {
  refuse,
  refusePlanted,
  type Answer,
  type ApiRequest,
  type Operation,
} from '../gateway/answer.ts';
import { expiryOf, shownExpiry } from '../../frame/world/expiry.ts';
import { statusAt, type Resource } from '../resources/resource.ts';
import { readAt } from '../orders/as-seen.ts';
import { findSeenOrder } from '../orders/find-order.ts';
import { mainIdsOf } from '../orders/order.ts';
import { spelledTime } from '../orders/spelled-time.ts';
import type { SandboxState } from '../state.ts';
import { utcText } from '../../frame/world/utc-text.ts';

const utc = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u);

/** All optional (Huawei contract, section 2); null counts as absent. */
const querySchema = z.object({
  resource_ids: z.array(z.string().min(1)).max(50).nullish(),
  order_id: z.string().max(64).nullish(),
  only_main_resource: z.literal([0, 1]).nullish(),
  status_list: z.array(z.literal([2, 3, 4, 5])).nullish(),
  offset: z.int().min(0).nullish(),
  limit: z.int().min(1).nullish(),
  expire_time_begin: utc.nullish(),
  expire_time_end: utc.nullish(),
  service_type_code: z.string().min(1).nullish(),
  customer_id: z.string().max(64).nullish(),
});

type ResourceQuery = z.output<typeof querySchema>;

function idsOfOrder(state: SandboxState, orderId: string, now: number): Set<string> {
  const ids = new Set<string>();
  for (const { id, purchaseOrder } of state.resources.values()) {
    if (purchaseOrder === orderId) ids.add(id);
  }
  const { orderIdFilter, orderIdFilterFillMs } = state.behaviour;
  if (orderIdFilter === 'nothing') return ids;
  const at = readAt(state, 'orderIdFilter', now);
  const found = findSeenOrder(state, orderId, at);
  if (found === undefined) return ids;
  const { order, isPart } = found;
  const filled =
    orderIdFilter === 'works'
      ? Infinity
      : Math.floor((at - order.createdAt) / Math.max(1, orderIdFilterFillMs));
  const shown = new Set(mainIdsOf(order).slice(0, filled));
  for (const line of order.lines) {
    if (shown.has(line.mainId) && (!isPart || line.orderId === orderId)) ids.add(line.resourceId);
  }
  return ids;
}

/** Ids asked for bring their attached resources; an attached id brings itself alone. */
function withAttached(state: SandboxState, asked: ReadonlySet<string>): Set<string> {
  const ids = new Set<string>();
  for (const id of asked) {
    ids.add(id);
    for (const child of state.resources.get(id)?.attached ?? []) ids.add(child);
  }
  return ids;
}

/** `at`: as of when expiries are shown, which may be a while ago. */
function filtered(state: SandboxState, query: ResourceQuery, now: number, at: number): Resource[] {
  const asked = new Set(query.resource_ids ?? []);
  const underOrder =
    typeof query.order_id === 'string' ? idsOfOrder(state, query.order_id, now) : undefined;
  const named = asked.size > 0 ? withAttached(state, asked) : underOrder;
  const candidates =
    named === undefined
      ? [...state.resources.values()]
      : [...named].flatMap((id) => state.resources.get(id) ?? []);
  return candidates.filter((resource) => {
    if (underOrder?.has(resource.id) === false) return false;
    const status = statusAt(resource, state.behaviour, now);
    if (!resource.provisioned || status === 'gone') return false;
    if (query.only_main_resource === 1 && resource.main !== null && !asked.has(resource.id)) {
      return false;
    }
    if (query.status_list && !query.status_list.includes(status as 2)) return false;
    if (query.service_type_code && query.service_type_code !== resource.service) return false;
    const expires = utcText(shownExpiry(resource, at));
    if (query.expire_time_begin && expires < query.expire_time_begin) return false;
    return !(query.expire_time_end && expires > query.expire_time_end);
  });
}

function view(
  state: SandboxState,
  resource: Resource,
  now: number,
  at: number,
): Record<string, unknown> {
  const shown = shownExpiry(resource, at);
  const behind = shown !== expiryOf(resource);
  return {
    id: `instance-${resource.id}`.slice(0, 64),
    resource_id: resource.id,
    resource_name: resource.name,
    region_code: resource.region,
    service_type_code: resource.service,
    service_type_name: resource.serviceName,
    resource_type_code: resource.type,
    resource_type_name: resource.type,
    resource_spec_code: resource.spec,
    project_id: 'sandbox-project',
    product_id: `product-${resource.spec}`,
    product_spec_desc: resource.spec,
    ...(resource.main === null ? {} : { parent_resource_id: resource.main }),
    is_main_resource: resource.main === null ? 1 : 0,
    status: statusAt(
      behind ? { ...resource, expiries: [{ at: shown, visibleFrom: 0 }] } : resource,
      state.behaviour,
      now,
    ),
    effective_time: spelledTime(state, resource.effective),
    expire_time: spelledTime(state, shown),
    update_time: spelledTime(state, resource.updated),
    expire_policy: resource.expirePolicy,
    ...(resource.project === undefined ? {} : { enterprise_project: resource.project }),
  };
}

/** Query resources: attached resources count as records, so the page limit counts them too. */
export const queryResources: Operation = (
  state: SandboxState,
  { body, now }: ApiRequest,
): Answer => {
  const parsed = querySchema.safeParse(body ?? {});
  const { maxQueryLimit, overQueryLimit } = state.behaviour;
  if (!parsed.success) return refuse(state, 'query', 'CBC.0100');
  const asked = parsed.data.limit ?? 10;
  if (asked > maxQueryLimit && overQueryLimit === 'refused') {
    return refuse(state, 'query', 'CBC.0100');
  }
  for (const id of parsed.data.resource_ids ?? []) {
    const planted = state.resources.get(id)?.errors.query;
    if (planted !== undefined) return refusePlanted(state, 'query', planted);
  }
  const at = readAt(state, 'query', now);
  const found = filtered(state, parsed.data, now, at);
  const offset = parsed.data.offset ?? 0;
  const page = found.slice(offset, offset + Math.min(asked, maxQueryLimit));
  return {
    status: 200,
    body: {
      total_count: found.length,
      data: page.map((resource) => view(state, resource, now, at)),
    },
  };
};

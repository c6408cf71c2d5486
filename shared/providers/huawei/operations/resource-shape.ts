import * as z from 'zod/mini';
import type { RenewalMode, ResourceStatus, SurveyedResource } from '../../../survey/survey.ts';
import type { ProviderResource } from '../../../ports/provider.ts';
import { integer, list, maybe, moment, text } from '../../wire/fields.ts';

const resource = z.object({
  resource_id: text,
  resource_name: text,
  parent_resource_id: text,
  is_main_resource: integer,
  expire_time: moment,
  expire_policy: integer,
  region_code: text,
  service_type_code: text,
  service_type_name: text,
  status: integer,
  enterprise_project: maybe(z.object({ id: text, name: text })),
});

/** One record of a resource query. */
export type ResourceRecord = z.output<typeof resource>;

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
export function toResource(record: ResourceRecord): ProviderResource | null {
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

/** `status` of section 2: frozen is the retention period, expired the grace period before it. */
export const STATUS_CODES: Readonly<Record<ResourceStatus, number>> = {
  'in use': 2,
  closed: 3,
  frozen: 4,
  expired: 5,
};
const STATUSES = new Map(
  Object.entries(STATUS_CODES).map(([status, code]) => [code, status as ResourceStatus]),
);

/** `expire_policy` of section 2: what becomes of the resource unless somebody renews it. */
const MODES: ReadonlyMap<number, RenewalMode> = new Map([
  [0, 'manual'],
  [1, 'to pay-per-use'],
  [2, 'ends at expiry'],
  [AUTO_RENEW, 'auto-renew'],
  [4, 'manual'],
  [5, 'manual'],
]);

/** One record as a survey wants it; null without an id. Attached resources are counted elsewhere. */
export function toSurveyed(record: ResourceRecord): SurveyedResource | null {
  const { resource_id: resourceId, enterprise_project: project } = record;
  if (resourceId === null) return null;
  return {
    resourceId,
    name: record.resource_name,
    serviceCode: record.service_type_code,
    serviceName: record.service_type_name,
    region: record.region_code,
    enterpriseProject:
      project === null || project.id === null ? null : { id: project.id, name: project.name },
    status: STATUSES.get(record.status ?? 0) ?? null,
    expiry: record.expire_time,
    mode: MODES.get(record.expire_policy ?? -1) ?? null,
    attached: 0,
  };
}

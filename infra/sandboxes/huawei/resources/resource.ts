import { Big } from 'big.js';

import { type Expiry, expiryOf } from '../../frame/world/expiry.ts';
import type { Behaviour } from '../world/behaviour.ts';
import { billingDate } from '../billing-time.ts';
import type { Discount, ResourceErrors, WorldResource } from '../world/world-resource.ts';

/** A resource as it stands now. Attached resources are entries of their own that name their main. */
export interface Resource {
  readonly id: string;
  readonly name: string;
  /** The main resource's id; null for a main resource. */
  readonly main: string | null;
  readonly attached: readonly string[];
  readonly service: string;
  readonly serviceName: string;
  readonly type: string;
  readonly spec: string;
  readonly region: string;
  readonly project: { readonly id: string; readonly name: string } | undefined;
  readonly package: string | undefined;
  readonly renewedWith: readonly string[];
  readonly renewable: boolean;
  readonly provisioned: boolean;
  readonly purchaseOrder: string | undefined;
  readonly effective: number;
  /** In the main unit of the account's currency; null where the period is not offered. */
  prices: { readonly month: Big | null; readonly year: Big | null };
  discounts: readonly Discount[];
  /** The last one counts; the query may still show an earlier one. */
  expiries: readonly Expiry[];
  /** A status that does not follow from the expiry; gone with the next renewal. */
  fixedStatus: number | undefined;
  expirePolicy: number;
  errors: ResourceErrors;
  updated: number;
}

type Prices = WorldResource['prices'];

function decimal(text: string | undefined): Big | null {
  return text === undefined ? null : new Big(text);
}

function exact({ month, year }: Prices): Resource['prices'] {
  return { month: decimal(month), year: decimal(year) };
}

/** A main resource of the world and its attached ones, with dates made absolute. */
export function resourcesOf(
  given: WorldResource,
  accountDiscounts: readonly Discount[],
  start: number,
): Resource[] {
  const own = new Set(given.discounts.map(({ id }) => id));
  const at = billingDate(given.expires, start);
  const shared = {
    region: given.region,
    project: given.project,
    package: given.package,
    renewable: given.renewable,
    provisioned: given.provisioned,
    purchaseOrder: given.purchaseOrder,
    effective: billingDate(given.effective, start),
    discounts: [...accountDiscounts.filter(({ id }) => !own.has(id)), ...given.discounts],
    fixedStatus: given.status,
    expirePolicy: given.expirePolicy,
    updated: start,
  };
  const main: Resource = {
    ...shared,
    ...named(given, 'hws.service.type.ec2', 'hws.resource.type.vm'),
    main: null,
    attached: given.attached.map(({ id }) => id),
    prices: exact(given.prices),
    expiries: [{ at, visibleFrom: start }],
    errors: given.errors,
    renewedWith: given.renewedWith,
  };
  const attached = given.attached.map((child): Resource => ({
    ...shared,
    ...named(child, 'hws.service.type.ebs', 'hws.resource.type.volume'),
    main: given.id,
    attached: [],
    prices: exact(child.prices),
    expiries: [
      {
        at: child.expires === undefined ? at : billingDate(child.expires, start),
        visibleFrom: start,
      },
    ],
    errors: {},
    renewedWith: [],
  }));
  return [main, ...attached];
}

function named(
  given: Pick<WorldResource, 'id' | 'name' | 'service' | 'serviceName' | 'type' | 'spec'>,
  service: string,
  type: string,
): Pick<Resource, 'id' | 'name' | 'service' | 'serviceName' | 'type' | 'spec'> {
  return {
    id: given.id,
    name: given.name ?? given.id,
    service: given.service ?? service,
    serviceName: given.serviceName ?? given.service ?? service,
    type: given.type ?? type,
    spec: given.spec ?? 'general.linux',
  };
}

const DAY = 86_400_000;

/** 2 in use, 5 expired, 4 frozen, 3 closed (section 2), or `gone` after the retention period. */
export function statusAt(resource: Resource, behaviour: Behaviour, now: number): number | 'gone' {
  if (resource.fixedStatus !== undefined) return resource.fixedStatus;
  const expired = now - expiryOf(resource);
  if (expired < 0) return 2;
  if (expired < behaviour.graceDays * DAY) return 5;
  return expired < (behaviour.graceDays + behaviour.retentionDays) * DAY ? 4 : 'gone';
}

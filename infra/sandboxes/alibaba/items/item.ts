import { Big } from 'big.js';

import { type Expiry, expiryOf } from '../../frame/world/expiry.ts';
import { providerDate } from '../provider-time.ts';
import type { Behaviour } from '../world/behaviour.ts';
import type { ItemErrors, WorldDomain, WorldInstance } from '../world/world-item.ts';

/** What every item has: an instance, whose period is a month, or a domain, whose is a year. */
interface Renewable {
  /** The instance's id or the domain's name. */
  readonly id: string;
  /** As the billing API knows it: a domain has one beside its name. */
  readonly instanceId: string;
  readonly productCode: string;
  readonly productType: string;
  readonly created: number;
  /** The last one counts; a read that lags may still show an earlier one. */
  expiries: readonly Expiry[];
  /** List price of one period, in the main unit of the account's currency. */
  price: Big;
  /** What remains to be paid. */
  discount: Big;
  errors: ItemErrors;
}

/** A subscription instance. */
export interface Instance extends Renewable {
  readonly kind: 'instance';
  readonly name: string;
  readonly product: string;
  readonly region: string;
  readonly subscriptionType: WorldInstance['subscriptionType'];
  renewStatus: WorldInstance['renewStatus'];
  readonly renewalDuration: number;
  /** A status that does not follow from the expiry; gone with the next renewal. */
  fixedStatus: WorldInstance['status'];
  readonly subStatus: string;
}

/** A domain; `id` is its name. */
export interface Domain extends Renewable {
  readonly kind: 'domain';
  readonly premium: boolean;
  autoRenew: boolean;
  readonly taskWaitMs: number;
}

export type Item = Instance | Domain;

/** Confirmed pairs on the International site (Alibaba contract, section 4). */
const PRODUCT_TYPES: Readonly<Record<string, string>> = {
  rds: 'rds_intl',
  polardb: 'polardb_sub_intl',
  ddos: 'ddoscoo_intl',
};

/** An instance of the world, its dates made absolute. */
export function instanceOf(given: WorldInstance, start: number): Instance {
  const productCode = given.productCode ?? given.product;
  return {
    kind: 'instance',
    id: given.id,
    instanceId: given.id,
    name: given.name ?? given.id,
    product: given.product,
    productCode,
    productType: given.productType ?? PRODUCT_TYPES[productCode] ?? '',
    region: given.region,
    created: providerDate(given.created, start),
    expiries: [{ at: providerDate(given.expires, start), visibleFrom: start }],
    price: new Big(given.price),
    discount: new Big(given.discount),
    errors: given.errors,
    subscriptionType: given.subscriptionType,
    renewStatus: given.renewStatus,
    renewalDuration: given.renewalDuration,
    fixedStatus: given.status,
    subStatus: given.subStatus,
  };
}

/** A domain of the world, its dates made absolute. */
export function domainOf(given: WorldDomain, start: number, behaviour: Behaviour): Domain {
  return {
    kind: 'domain',
    id: given.name,
    instanceId: given.instanceId ?? `S${given.name}`,
    productCode: behaviour.domainProductCode,
    productType: '',
    created: providerDate(given.registered, start),
    expiries: [{ at: providerDate(given.expires, start), visibleFrom: start }],
    price: new Big(given.price),
    discount: new Big(given.discount),
    errors: given.errors,
    premium: given.premium,
    autoRenew: given.autoRenew,
    taskWaitMs: given.taskWaitMs ?? behaviour.taskWaitMs,
  };
}

const DAY = 86_400_000;

/** Whether an instance was released, or a domain needs redemption, long enough after its expiry. */
export function isGone(
  item: Item,
  { releasedAfterDays, domainGraceDays }: Behaviour,
  now: number,
): boolean {
  const days = item.kind === 'domain' ? domainGraceDays : releasedAfterDays;
  return now >= expiryOf(item) + days * DAY;
}

import type { Instance } from './operations/instance-shape.ts';
import type { Product } from './settled-settings.ts';

const UP_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** Terms of Tair, MongoDB and the billing interface (Alibaba contract, sections 2.1 and 3). */
const MONTHS = [...UP_TO_NINE, 12, 24, 36] as const;

/** How a product is renewed (Alibaba contract, section 3). */
export interface Way {
  readonly product: Product;
  /** As people know it. */
  readonly name: string;
  readonly months: readonly number[];
  /** Only the server's call documents what a repeated token answers: the same, with no second effect. */
  readonly repeat: 'same token' | 'same call' | 'never';
  /** Whether its call needs the region, or its host stands in one. */
  readonly regional: boolean;
}

/** The ways by the word that stands for them in what is sent. */
export const WAYS = {
  ecs: {
    product: 'ecs',
    name: 'Elastic Compute Service',
    months: [...UP_TO_NINE, 12],
    repeat: 'same token',
    regional: true,
  },
  rds: {
    product: 'rds',
    name: 'ApsaraDB RDS',
    months: [...UP_TO_NINE, 12, 24, 36, 48, 60],
    repeat: 'never',
    regional: true,
  },
  kvstore: {
    product: 'kvstore',
    name: 'Tair (Redis)',
    months: MONTHS,
    repeat: 'never',
    regional: true,
  },
  dds: {
    product: 'dds',
    name: 'ApsaraDB for MongoDB',
    months: MONTHS,
    repeat: 'never',
    regional: true,
  },
  swas: {
    product: 'swas',
    name: 'Simple Application Server',
    months: [1, 3, 6, 12, 24, 36],
    repeat: 'never',
    regional: true,
  },
  // Which lengths its call takes is NOT FOUND (section 3): those of the others.
  hbase: {
    product: 'hbase',
    name: 'HBase',
    months: MONTHS,
    repeat: 'never',
    regional: true,
  },
  bss: {
    product: 'bss',
    name: 'Alibaba Cloud',
    months: MONTHS,
    repeat: 'never',
    regional: false,
  },
  domain: {
    product: 'domain',
    name: 'Domain Names',
    months: [12, 24, 36, 48, 60, 72, 84, 96, 108, 120],
    repeat: 'same call',
    regional: false,
  },
} as const satisfies Readonly<Record<string, Way>>;

/** The word for a way. */
export type WayName = keyof typeof WAYS;

/**
 * Products with interfaces of their own, by what their codes look like: most codes are NOT FOUND, and
 * they differ by site (Alibaba contract, section 4). A wrong guess would only meet an instance that the
 * interface does not know. None of them ever goes to the billing interface, which refuses the first three.
 */
const OWN: readonly (readonly [RegExp, WayName])[] = [
  [/^ecs/u, 'ecs'],
  [/^rds/u, 'rds'],
  [/redis|kvstore|tair/u, 'kvstore'],
  [/^(?:ba)?dds(?![a-z])|mongodb/u, 'dds'],
  [/^swas|simpleapplicationserver/u, 'swas'],
  [/hbase/u, 'hbase'],
];

/** Products whose way through the billing interface is confirmed, by their code (section 4). */
const BY_BILLING: ReadonlyMap<string, string> = new Map([
  ['ddos', 'Anti-DDoS'],
  ['waf', 'Web Application Firewall'],
  ['polardb', 'PolarDB'],
]);

/** The way of an instance by its product's code and type; null: none is confirmed. */
export function wayOf({
  ProductCode: code,
  ProductType: type,
}: Pick<Instance, 'ProductCode' | 'ProductType'>): {
  readonly way: WayName;
  readonly name: string;
} | null {
  const words = [code, type].flatMap((word) => (word === null ? [] : [word.toLowerCase()]));
  const own = OWN.find(([like]) => words.some((word) => like.test(word)));
  if (own !== undefined) return { way: own[1], name: WAYS[own[1]].name };
  const name = BY_BILLING.get(code?.toLowerCase() ?? '');
  return name === undefined ? null : { way: 'bss', name };
}

import * as z from 'zod/mini';

/** The products of Alibaba Cloud whose interfaces are called (Alibaba contract, section 0). */
export const PRODUCTS = ['domain', 'bss', 'ecs', 'rds', 'kvstore', 'dds', 'swas', 'hbase'] as const;
export type Product = (typeof PRODUCTS)[number];

/** The two sites, which know nothing of each other's accounts (Alibaba contract, section 0). */
export const SITES = ['international', 'china'] as const;

/** The settings that only accounts at Alibaba Cloud have. */
export interface AlibabaSettings {
  readonly provider: 'alibaba';
  /** One base URL for the calls of all products, such as a proxy's; null: each product's own host. */
  readonly endpoint: string | null;
  /** Calls per second and API. */
  readonly callsPerSecond: number;
  readonly site: (typeof SITES)[number];
  /** Whether what no call prices is renewed all the same, for whatever it costs. */
  readonly allowUnpriced: boolean;
  /** One domain in each renewal task, or up to ten. */
  readonly domainTasks: 'single' | 'batch';
  /** Hosts in place of those of the contract or where it knows none; `{region}` stands for the region. */
  readonly hosts: Readonly<Partial<Record<Product, string>>>;
}

/** The settings as they are written beside a function's code. */
export const alibabaSettled = z.object({
  provider: z.literal('alibaba'),
  endpoint: z.nullable(z.string()),
  callsPerSecond: z.number(),
  site: z.enum(SITES),
  allowUnpriced: z.boolean(),
  domainTasks: z.enum(['single', 'batch']),
  hosts: z.partialRecord(z.enum(PRODUCTS), z.string()),
});

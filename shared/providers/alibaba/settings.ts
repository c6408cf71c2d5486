import * as z from 'zod/mini';
import {
  isBaseUrl,
  text,
  wholeNumber,
  type WrittenSettings,
  writtenSettings,
} from '../../settings/setting-kinds.ts';
import { type AlibabaSettings, type Product, PRODUCTS, SITES } from './settled-settings.ts';

const ENDPOINT =
  'must be the base URL without a path to which the calls of all products go, such as "http://127.0.0.1:8080", or "none"';
const SITE = 'must be "international" or "china", the site at which the account was opened';
const UNPRICED = 'must be true or false';
const TASKS = 'must be "single" or "batch"';
const HOSTS = `must be such as {"swas": "swas.{region}.example.com"}, with hosts of ${PRODUCTS.join(', ')}, or "none"`;

const isHost = (host: unknown): boolean =>
  typeof host === 'string' && /^[a-z\d.-]{1,100}$/u.test(host.replace('{region}', 'region'));

/** What only accounts at Alibaba Cloud may set, as it stands in `accounts.json`. */
export const alibabaWritten: WrittenSettings<AlibabaSettings> = writtenSettings({
  fields: {
    endpoint: z.optional(text(ENDPOINT, isBaseUrl)),
    site: z._default(z.enum(SITES, SITE), 'international'),
    allowUnpriced: z._default(z.boolean(UNPRICED), false),
    domainTasks: z._default(z.enum(['single', 'batch'], TASKS), 'single'),
    callsPerSecond: z._default(wholeNumber(10_000), 5),
    hosts: z.optional(
      z
        .record(z.string(), z.unknown(), HOSTS)
        .check(
          z.refine(
            (hosts) =>
              Object.entries(hosts).every(
                ([product, host]) => PRODUCTS.some((one) => one === product) && isHost(host),
              ),
            HOSTS,
          ),
        ),
    ),
  },
  optional: ['endpoint', 'hosts'],
  complete: ({ endpoint, hosts, ...rest }) => ({
    provider: 'alibaba',
    ...rest,
    endpoint: endpoint === undefined ? null : new URL(endpoint).origin,
    hosts: (hosts ?? {}) as Partial<Record<Product, string>>,
  }),
});

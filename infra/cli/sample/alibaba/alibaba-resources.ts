import { DateTime } from 'luxon';
import { SAMPLE_ZONE } from '../sample-zone.ts';

/** What happens to a row of the sample, and how quote and world are built to make it so. */
export type AlibabaFate =
  | 'renewed'
  | 'renewed already'
  | 'dearer now'
  | 'unknown id'
  | 'no way'
  | 'set to end'
  | 'term not taken'
  | 'no price'
  | 'not approved'
  | 'hidden';

/** One line of the sample quote with the instance or domain behind it. */
export interface AlibabaRow {
  /** The instance's id, or the domain's name. */
  readonly id: string;
  readonly kind: 'instance' | 'domain';
  /** As people know it. */
  readonly product: string;
  /** As a world says it. */
  readonly code: string;
  readonly region: string;
  /** End of the day in the sample's zone. */
  readonly expires: DateTime;
  /** As the quote says it. */
  readonly term: string;
  /** What the quote's price is for: months of an instance, years of a domain. */
  readonly periods: number;
  /** List price of one of them, in cents. */
  readonly price: number;
  readonly fate: AlibabaFate;
}

interface Product {
  readonly product: string;
  readonly code: string;
  readonly id: (number: string) => string;
  readonly monthly: number;
}

const PRODUCTS: readonly Product[] = [
  {
    product: 'Elastic Compute Service',
    code: 'ecs',
    id: (number) => `i-t4n8sandbox0${number}`,
    monthly: 3860,
  },
  {
    product: 'ApsaraDB RDS',
    code: 'rds',
    id: (number) => `rm-t4nsandbox${number}`,
    monthly: 8720,
  },
  { product: 'Tair', code: 'tair', id: (number) => `r-t4nsandbox${number}`, monthly: 4950 },
  {
    product: 'ApsaraDB for MongoDB',
    code: 'mongodb',
    id: (number) => `dds-t4nsandbox${number}`,
    monthly: 7340,
  },
  {
    product: 'Simple Application Server',
    code: 'swas',
    id: (number) => `5a3e0c0b1d4f629c7d20e1a40${number}f00d`,
    monthly: 900,
  },
  { product: 'HBase', code: 'hbase', id: (number) => `hb-t4nsandbox${number}`, monthly: 12_600 },
  {
    product: 'Anti-DDoS',
    code: 'ddos',
    id: (number) => `ddoscoo-intl-sandbox${number}`,
    monthly: 41_500,
  },
];
/** Its way to be renewed is not confirmed (Alibaba contract, section 4). */
const WITHOUT_WAY = { product: 'AnalyticDB', code: 'ads', monthly: 5200 };

/** Terms that every product takes. */
const TERMS = [
  { text: '1 month', periods: 1 },
  { text: '1 month', periods: 1 },
  { text: '3 months', periods: 3 },
  { text: '1 year', periods: 12 },
  { text: '1个月', periods: 1 },
] as const;
/** Two years: no server takes them (Alibaba contract, section 3). */
const NOT_TAKEN = { text: '24 months', periods: 24 };
const REGIONS = ['ap-southeast-1', 'cn-hongkong', 'eu-central-1'];
const DOMAINS = ['shop', 'mail', 'status', 'orders', 'docs', 'pay', 'cdn', 'jobs', 'help', 'lab'];

/** Fates by row number; every other row is simply renewed. */
const FATES: ReadonlyMap<number, AlibabaFate> = new Map([
  [7, 'dearer now'],
  [8, 'dearer now'],
  [45, 'dearer now'],
  [10, 'renewed already'],
  [37, 'renewed already'],
  [54, 'renewed already'],
  [12, 'unknown id'],
  [56, 'unknown id'],
  [16, 'no way'],
  [33, 'no way'],
  [21, 'term not taken'],
  [22, 'set to end'],
  [30, 'no price'],
  [40, 'not approved'],
  [41, 'not approved'],
  [58, 'not approved'],
  [24, 'hidden'],
]);

/** How many of the sample's rows are instances; the others are domains. */
export const INSTANCE_ROWS = 50;
/** How many lines the sample quote has. */
export const ALIBABA_ROWS = INSTANCE_ROWS + DOMAINS.length;

function instanceRow(index: number, today: DateTime): AlibabaRow {
  const fate = FATES.get(index) ?? 'renewed';
  const one = PRODUCTS[index % PRODUCTS.length]!;
  const { product, code, monthly } = fate === 'no way' ? WITHOUT_WAY : one;
  const term = fate === 'term not taken' ? NOT_TAKEN : TERMS[(index * 3) % TERMS.length]!;
  const number = String(index + 1).padStart(3, '0');
  return {
    kind: 'instance',
    id: fate === 'no way' ? `am-t4nsandbox${number}` : one.id(number),
    product,
    code,
    region: REGIONS[index % REGIONS.length]!,
    expires: today.plus({ days: 3 + ((index * 11) % 27) }),
    term: term.text,
    periods: term.periods,
    price: monthly + ((index * 37) % 90),
    fate,
  };
}

function domainRow(index: number, today: DateTime): AlibabaRow {
  const place = index - INSTANCE_ROWS;
  const years = place % 4 === 3 ? 2 : 1;
  return {
    kind: 'domain',
    id: `${DOMAINS[place]!}-sandbox.com`,
    product: '域名',
    code: 'domain',
    region: '',
    expires: today.plus({ days: 5 + ((place * 7) % 40) }),
    term: `${years}年`,
    periods: years,
    price: 1180 + place * 25,
    fate: FATES.get(index) ?? 'renewed',
  };
}

/** The sample, built relative to a moment (epoch milliseconds), so that it never goes stale. */
export function alibabaRows(now: number): AlibabaRow[] {
  const today = DateTime.fromMillis(now, { zone: SAMPLE_ZONE }).endOf('day').startOf('second');
  return Array.from({ length: ALIBABA_ROWS }, (_, index) =>
    index < INSTANCE_ROWS ? instanceRow(index, today) : domainRow(index, today),
  );
}

/** The price of a row in cents, after the sample's discount: ten per cent off for instances. */
export function alibabaPrice({ kind, price, periods }: AlibabaRow): number {
  return kind === 'domain' ? price * periods : Math.round(price * periods * 0.9);
}

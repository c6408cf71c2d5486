import { DateTime } from 'luxon';
import { SAMPLE_ZONE } from '../sample-zone.ts';

/** What happens to a row of the sample, and how quote and world are built to make it so. */
export type SampleFate =
  | 'renewed'
  | 'renewed already'
  | 'dearer now'
  | 'held by an order'
  | 'not renewable'
  | 'unknown id'
  | 'attached id'
  | 'expiry differs'
  | 'no price'
  | 'repeated'
  | 'term not offered'
  | 'not approved'
  | 'hidden';

/** One line of the sample quote with the resource behind it. */
export interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly service: SampleService;
  readonly region: string;
  /** End of the day in the sample's zone. */
  readonly expires: DateTime;
  readonly term: string;
  readonly months: number;
  /** List price of one month, attached resources included, in cents. */
  readonly monthly: number;
  readonly attached: number;
  readonly fate: SampleFate;
}

interface SampleService {
  readonly product: string;
  readonly code: string;
  readonly monthly: number;
  readonly attached: number;
}

const SERVICES: readonly SampleService[] = [
  { product: 'Elastic Cloud Server', code: 'hws.service.type.ec2', monthly: 4180, attached: 2 },
  {
    product: 'Relational Database Service',
    code: 'hws.service.type.rds',
    monthly: 9650,
    attached: 0,
  },
  { product: 'Elastic IP', code: 'hws.service.type.vpc', monthly: 640, attached: 1 },
  { product: 'Elastic Volume Service', code: 'hws.service.type.ebs', monthly: 1275, attached: 0 },
  {
    product: 'Distributed Cache Service',
    code: 'hws.service.type.dcs',
    monthly: 5520,
    attached: 0,
  },
];
const TERMS = [
  { text: '1 month', months: 1 },
  { text: '1 month', months: 1 },
  { text: '3 months', months: 3 },
  { text: '1 year', months: 12 },
  { text: '1个月', months: 1 },
  { text: '24 months', months: 24 },
] as const;
const REGIONS = ['ap-southeast-1', 'ap-southeast-3', 'la-south-2'];
const NAMES = [
  'web',
  'api',
  'billing',
  'search',
  '订单',
  'ledger',
  'cache',
  '仓库',
  'mail',
  'report',
];

/** Fates by row number; every other row is simply renewed. */
const FATES: ReadonlyMap<number, SampleFate> = new Map([
  [7, 'renewed already'],
  [42, 'renewed already'],
  [131, 'renewed already'],
  [18, 'dearer now'],
  [55, 'dearer now'],
  [101, 'dearer now'],
  [177, 'dearer now'],
  [222, 'dearer now'],
  [29, 'held by an order'],
  [140, 'held by an order'],
  [64, 'not renewable'],
  [198, 'not renewable'],
  [83, 'unknown id'],
  [90, 'attached id'],
  [35, 'expiry differs'],
  [160, 'expiry differs'],
  [48, 'no price'],
  [112, 'repeated'],
  [205, 'term not offered'],
  [12, 'not approved'],
  [13, 'not approved'],
  [150, 'not approved'],
  [232, 'not approved'],
  [71, 'hidden'],
  [72, 'hidden'],
]);

/** How many lines the sample quote has, its repeated one not counted. */
export const SAMPLE_ROWS = 240;

/** The sample, built relative to a moment (epoch milliseconds), so that it never goes stale. */
export function sampleRows(now: number): SampleRow[] {
  const today = DateTime.fromMillis(now, { zone: SAMPLE_ZONE }).endOf('day').startOf('second');
  return Array.from({ length: SAMPLE_ROWS }, (_, index): SampleRow => {
    const service = SERVICES[index % SERVICES.length]!;
    const term = TERMS[(index * 7) % TERMS.length]!;
    const fate = FATES.get(index) ?? 'renewed';
    const number = String(index + 1).padStart(3, '0');
    return {
      service,
      fate,
      id: `5a3e${number}c-0b1d-4f62-9c${String(index % 89).padStart(2, '0')}-7d20e1a4${String(
        7919 * (index + 1),
      )
        .padStart(8, '0')
        .slice(-4)}`,
      name: `${NAMES[index % NAMES.length]!}-${number}`,
      region: REGIONS[index % REGIONS.length]!,
      expires: today.plus({ days: 3 + ((index * 13) % 40) }),
      term: fate === 'term not offered' ? '18 months' : term.text,
      months: term.months,
      monthly: service.monthly + ((index * 37) % 90),
      attached: service.attached,
    };
  });
}

/** The price of a row in cents: list, and after the sample's contract discount of 10 per cent. */
export function samplePrice(row: SampleRow): {
  readonly list: number;
  readonly discounted: number;
} {
  // A year costs ten months.
  const list = row.months >= 12 ? (row.months / 12) * row.monthly * 10 : row.months * row.monthly;
  return { list, discounted: Math.round(list * 0.9) };
}

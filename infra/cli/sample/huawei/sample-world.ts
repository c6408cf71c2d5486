import { SAMPLE_KEYS } from '../sample-keys.ts';
import { type SampleRow, sampleRows } from './sample-resources.ts';

/** Dollars of cents, as text. */
function dollars(cents: number): string {
  return (cents / 100).toFixed(2);
}

function attachedId(row: SampleRow, index: number): string {
  return `${row.id}-att${index + 1}`;
}

/** The id under which a row of the quote stands: for one fate that of an attached resource. */
export function quotedId(row: SampleRow): string {
  return row.fate === 'attached id' ? attachedId(row, 0) : row.id;
}

function resource(row: SampleRow): Record<string, unknown> {
  const monthly = row.fate === 'dearer now' ? Math.round(row.monthly * 1.2) : row.monthly;
  const expires = {
    'renewed already': row.expires.plus({ months: row.months }),
    'expiry differs': row.expires.plus({ days: 5 }),
  }[row.fate as string];
  const attached = row.fate === 'attached id' ? Math.max(1, row.attached) : row.attached;
  return {
    id: row.id,
    name: row.name,
    service: row.service.code,
    serviceName: row.service.product,
    region: row.region,
    expires: (expires ?? row.expires).toUTC().toISO({ suppressMilliseconds: true }),
    prices: { month: dollars(monthly), year: dollars(monthly * 10) },
    attached: Array.from({ length: attached }, (_, index) => ({
      id: attachedId(row, index),
      name: `${row.name}-part${index + 1}`,
    })),
    ...(row.fate === 'held by an order' ? { locked: 'unpaid' } : {}),
    ...(row.fate === 'not renewable' ? { renewable: false } : {}),
  };
}

/** What the sandbox holds for the sample quote of that moment (epoch milliseconds). */
export function sampleWorld(now: number): Record<string, unknown> {
  const rows = sampleRows(now).filter(({ fate }) => fate !== 'unknown id');
  return {
    ...SAMPLE_KEYS,
    currency: 'USD',
    balance: '100000.00',
    discounts: [
      { id: 'contract-2026', name: 'Framework contract', kind: 'commercial', ratio: '0.9' },
    ],
    resources: rows.map(resource),
    behaviour: { latencyMs: { min: 1, max: 6 }, completionDelayMs: 400 },
  };
}

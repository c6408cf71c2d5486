import { SAMPLE_KEYS } from '../sample-keys.ts';
import { type AlibabaRow, alibabaRows } from './alibaba-resources.ts';

/** Decimal text of cents. */
function dollars(cents: number): string {
  return (cents / 100).toFixed(2);
}

function expiry({ fate, expires, kind, periods }: AlibabaRow): string | null {
  const term = kind === 'domain' ? { years: periods } : { months: periods };
  const at = fate === 'renewed already' ? expires.plus(term) : expires;
  return at.toUTC().toISO({ suppressMilliseconds: true });
}

/** A fifth on top: dearer than anybody approved. */
function price({ fate, price: usual }: AlibabaRow): string {
  return dollars(fate === 'dearer now' ? Math.round(usual * 1.2) : usual);
}

function instance(row: AlibabaRow): Record<string, unknown> {
  return {
    id: row.id,
    product: row.code,
    region: row.region,
    expires: expiry(row),
    price: price(row),
    discount: '0.9',
    ...(row.fate === 'set to end' ? { renewStatus: 'NotRenewal' } : {}),
  };
}

function domain(row: AlibabaRow): Record<string, unknown> {
  return { name: row.id, expires: expiry(row), price: price(row) };
}

/** What the sandbox holds for the sample quote of that moment (epoch milliseconds). */
export function alibabaWorld(now: number): Record<string, unknown> {
  const rows = alibabaRows(now).filter(({ fate }) => fate !== 'unknown id');
  return {
    provider: 'alibaba',
    ...SAMPLE_KEYS,
    currency: 'USD',
    balance: '100000.00',
    instances: rows.filter(({ kind }) => kind === 'instance').map(instance),
    domains: rows.filter(({ kind }) => kind === 'domain').map(domain),
    behaviour: { latencyMs: { min: 1, max: 6 }, completionDelayMs: 400 },
  };
}

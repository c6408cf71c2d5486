import type { RenewalRoute } from '../../readings.ts';
import type { Facts } from '../facts.ts';

/** How the resource of a row is renewed at once, by the last look at it; null: not at once. */
export function routeOf(facts: Facts, row: number): RenewalRoute | null {
  const look = facts.rows.get(row);
  const route = look?.kind === 'shown' ? look.resource.route : undefined;
  return route !== undefined && 'sent' in route ? route : null;
}

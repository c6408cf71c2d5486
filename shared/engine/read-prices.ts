import type { PriceReading, RowDesk } from '../ports/provider.ts';
import type { Term } from '../values/term.ts';
import { heard, type Heard } from './triage.ts';

/** Prices by the key of their resource. */
export type Prices = ReadonlyMap<string, PriceReading>;

/**
 * Prices resources for a term; `alone` asks for each in a call of its own. A refusal of the whole
 * call says nothing of any of them: it is asked again later.
 */
export async function readPrices(
  desk: RowDesk,
  ids: readonly string[],
  term: Term,
  alone: boolean,
): Promise<Exclude<Heard<Prices>, { kind: 'refused' }>> {
  if (ids.length === 0) return { kind: 'told', value: new Map() };
  const answer = heard(await desk.prices(ids, term, { alone }));
  if (answer.kind === 'refused') {
    return { kind: 'silent', detail: answer.refusal.message, busy: false };
  }
  if (answer.kind !== 'told') return answer;
  const byKey = answer.value.map((one) => [desk.traits.idKey(one.resourceId), one] as const);
  return { kind: 'told', value: new Map(byKey) };
}

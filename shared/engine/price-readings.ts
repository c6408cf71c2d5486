import type { Answer } from '../ports/answer.ts';
import type { PriceReading } from '../ports/provider.ts';
import { idKey, ProviderSilent, type Suspension, suspension } from './chunk-work.ts';

/** Readings of the price call by `idKey` of their resource. */
export type Prices = ReadonlyMap<string, PriceReading>;

/** What an answer to the price call says. Throws {@link ProviderSilent} when it says nothing. */
export function priceReadings(answer: Answer<readonly PriceReading[]>): Prices | Suspension {
  switch (answer.kind) {
    case 'unknown':
      throw new ProviderSilent('prices', answer.detail);
    case 'refused':
      if (answer.refusal.remedy === 'suspend') return suspension(answer.refusal);
      throw new ProviderSilent('prices', answer.refusal.message);
    case 'done':
      return new Map(answer.value.map((reading) => [idKey(reading.resourceId), reading]));
  }
}

/** Whether an unpaid order locks the resource. */
export function isLocked(reading: PriceReading | undefined): boolean {
  return reading?.kind === 'failed' && reading.locked;
}

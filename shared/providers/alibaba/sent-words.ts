import type { WayName } from './ways.ts';
import { WAYS } from './ways.ts';

/** What is frozen with the intent of one renewal, in words that a journal can keep. */
export interface SentWords {
  readonly way: WayName;
  readonly region: string | null;
  readonly code: string | null;
  readonly type: string | null;
}

/** As text: `ecs/ap-southeast-1//`. What an answer leaves out stays empty. */
export function toSent({ way, region, code, type }: SentWords): string {
  return [way, region, code, type].map((word) => encodeURIComponent(word ?? '')).join('/');
}

/** The words of such a text. Throws for any other: nothing else may be renewed by. */
export function fromSent(sent: string): SentWords {
  const [way = '', region, code, type] = sent
    .split('/')
    .map((word) => (word === '' ? null : decodeURIComponent(word)));
  if (way === null || !Object.hasOwn(WAYS, way)) throw new Error(`no way to renew is "${sent}"`);
  return { way: way as WayName, region: region ?? null, code: code ?? null, type: type ?? null };
}

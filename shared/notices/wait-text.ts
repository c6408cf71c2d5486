import type { JobWait } from '../jobs/job-waits.ts';
import { WAITS } from '../phrases/action-phrases.ts';
import { inARow, tell } from '../phrases/phrase.ts';
import type { Language } from '../reasons/entry.ts';

/** So many orders are named. */
const MOST_NAMED = 5;

/** What a job waits for, in a few words. */
export function waitText({ kind, orders, resources }: JobWait, language: Language = 'en'): string {
  const what = WAITS[kind][language];
  const names = namesOf(orders, language);
  switch (kind) {
    case 'its file to be read':
    case 'its turn':
    case 'the answer to a payment':
    case 'the answer to a renew call':
    case 'orders to be completed':
    case 'orders to be cancelled':
      return orders.length === 0 ? what : tell(WAITS.named, language, { what, names });
    case 'an answer': {
      const count = orders.length;
      const parts = [
        ...(count === 0 ? [] : [tell(WAITS.orders, language, { count, names })]),
        ...(resources === 0 ? [] : [tell(WAITS.resources, language, { count: resources })]),
      ];
      const [one, other] = parts;
      if (one === undefined) return what;
      const about = other === undefined ? one : tell(WAITS.and, language, { one, other });
      return tell(WAITS.about, language, { what, parts: about });
    }
    case 'a person':
    case 'work in progress':
    case 'the provider':
    case 'a chunk that rests':
    case 'a message':
    case 'its results':
      return what;
  }
}

function namesOf(orders: readonly string[], language: Language): string {
  const names = inARow(orders.slice(0, MOST_NAMED), language, 'names');
  const more = orders.length - MOST_NAMED;
  return more > 0 ? tell(WAITS.namesAndMore, language, { names, more }) : names;
}

/** What the provider said last in place of an answer; nothing where that is not known. */
export function saidText({ said }: JobWait, language: Language = 'en'): string {
  return said === null ? '' : tell(WAITS.lastAnswer, language, { said });
}

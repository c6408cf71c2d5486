import type { Answer } from '../../renewal/answer.ts';

/** One page: how many records there are in all, where the provider says so, and this page's. */
export interface Page<T> {
  readonly total: number | null;
  readonly items: readonly T[];
}

/** Pages in a row that bring nothing new before the reading is given up. */
const MOST_REPEATS = 3;

/**
 * Reads all records page by page, each key once. `offset` counts records (Huawei contract, section
 * 0), so short pages only mean more calls; `page` counts pages from 1. Ends at the newest total or at an
 * empty page: totals change while orders are made. A provider that shows the same page over and
 * over leaves the answer unknown, for a part of a list must not pass for the whole.
 */
export async function readPages<T>(
  ask: (from: { readonly offset: number; readonly page: number }) => Promise<Answer<Page<T>>>,
  key: (item: T) => string,
): Promise<Answer<readonly T[]>> {
  const known = new Map<string, T>();
  let offset = 0;
  let repeats = 0;
  for (let number = 1; ; number += 1) {
    const page = await ask({ offset, page: number });
    if (page.kind !== 'done') return page;
    const { total, items } = page.value;
    const before = known.size;
    for (const item of items) if (!known.has(key(item))) known.set(key(item), item);
    offset += items.length;
    if (items.length === 0 || (total !== null && offset >= total)) {
      return { kind: 'done', value: [...known.values()] };
    }
    repeats = known.size === before ? repeats + 1 : 0;
    if (repeats >= MOST_REPEATS) return { kind: 'unknown', detail: 'the same page came again' };
  }
}

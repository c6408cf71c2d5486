import type { Money } from '../values/money.ts';
import type { QuoteRow } from './quote.ts';
import { type Term, termMonths } from '../values/term.ts';
import type { WallTime } from '../values/wall-time.ts';

/** The most rows that one chunk holds (vocabulary, section 1). */
export const CHUNK_ROWS = 100;

/** A row that is ready to be renewed: nothing of it is missing any more. */
export interface ChunkRow {
  readonly position: number;
  readonly resourceId: string;
  readonly approved: Money;
  readonly expiry: WallTime;
  /** The product that the row says it is of. */
  readonly product?: string | undefined;
}

/** Up to 100 rows of one term: the unit of work on the queue. */
export interface PlannedChunk {
  readonly term: Term;
  readonly rows: readonly ChunkRow[];
}

interface ReadyRow extends ChunkRow {
  readonly term: Term;
}

function readyRow(row: QuoteRow): ReadyRow | null {
  const { position, resourceId, approved, expiry, term, product, verdict } = row;
  if (verdict !== null) return null;
  if (resourceId === null || approved === null || expiry === null || term === null) return null;
  const said = product === undefined ? {} : { product };
  return { position, resourceId, approved, expiry, term, ...said };
}

function bySoonestExpiry(a: ReadyRow, b: ReadyRow): number {
  const left = `${a.expiry.day} ${a.expiry.time ?? ''}`;
  const right = `${b.expiry.day} ${b.expiry.time ?? ''}`;
  return left < right ? -1 : left > right ? 1 : a.position - b.position;
}

/**
 * Puts the rows without a verdict into chunks of one term, soonest expiry first, so that when the
 * money ends, what was saved is what would have been lost first. The same quote always gives the
 * same chunks.
 */
export function planChunks(rows: readonly QuoteRow[]): PlannedChunk[] {
  const ready = rows.map(readyRow).filter((row) => row !== null);
  ready.sort(bySoonestExpiry);
  const filling = new Map<number, { term: Term; rows: ChunkRow[] }>();
  const chunks: { term: Term; rows: ChunkRow[] }[] = [];
  for (const { term, ...row } of ready) {
    const months = termMonths(term);
    let chunk = filling.get(months);
    if (chunk === undefined || chunk.rows.length === CHUNK_ROWS) {
      chunk = { term, rows: [] };
      filling.set(months, chunk);
      chunks.push(chunk);
    }
    chunk.rows.push(row);
  }
  return chunks;
}

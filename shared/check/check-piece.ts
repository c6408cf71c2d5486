import type { Account } from '../settings/account.ts';
import type { CheckedRow, CheckPiece, CheckRow } from './check.ts';
import { suspectZone } from '../renewal/expiry-verdict.ts';
import { compare } from '../values/money.ts';
import type { RowOutcome } from '../renewal/outcome.ts';
import type { Reason } from '../reasons/reason.ts';
import type { SurveyedResource } from '../survey/survey.ts';
import type { PriceReading, ResourceDesk } from '../ports/provider.ts';
import { idKey, type Suspension } from '../engine/chunk-work.ts';
import { judgeLook, type LookedAtRow, shownExpiries } from '../engine/judge-look.ts';
import { judgePrice, looksDear } from '../engine/judge-price.ts';
import { priceReadings, type Prices } from '../engine/price-readings.ts';
import { readResources } from '../engine/read-resources.ts';

/** What a dry run looks and prices with. Nothing of it can order, pay or cancel. */
export interface CheckContext {
  readonly desk: ResourceDesk;
  readonly account: Account;
  /** Rows that an earlier job left unproved (money rule 8). */
  readonly judgeUnproved: (row: LookedAtRow) => RowOutcome | null;
  readonly now: number;
}

/** A piece with all of its rows checked, or the problem of the whole account. */
export type CheckedPiece =
  | {
      readonly kind: 'checked';
      readonly rows: readonly CheckedRow[];
      /** What would reject the file, were this a job's first chunk; else null. */
      readonly wrongZone: Reason | null;
    }
  | Suspension;

/**
 * Looks at the rows of a piece and prices those that the look leaves, by the very judgements that a
 * job makes before it orders. Throws {@link ProviderSilent} when no answer comes.
 */
export async function checkPiece(piece: CheckPiece, context: CheckContext): Promise<CheckedPiece> {
  const { desk, account, judgeUnproved, now } = context;
  const ids = piece.rows.map(({ resourceId }) => resourceId);
  const look = await readResources(desk, ids);
  if ('kind' in look) return look;
  const looked = new Map(
    piece.rows.map((row) => [
      row.position,
      judgeLook(row, look, account, now) ?? judgeUnproved(row),
    ]),
  );
  const open = piece.rows.filter(({ position }) => looked.get(position) === null);
  const prices = await pricesOf(open, piece, context);
  if ('kind' in prices) return prices;
  const shown = await describe(ids, desk);
  const rows = piece.rows.map((row): CheckedRow => {
    const reading = prices.get(idKey(row.resourceId));
    const priced = reading?.kind === 'priced' ? reading : null;
    return {
      position: row.position,
      obstacle:
        looked.get(row.position) ??
        judgePrice(row, reading, {
          account,
          term: piece.term,
          missing: !look.found.has(idKey(row.resourceId)),
        }),
      price: priced?.price ?? null,
      list: priced?.list ?? null,
      resource: shown.get(idKey(row.resourceId)) ?? null,
    };
  });
  return {
    kind: 'checked',
    rows,
    wrongZone: suspectZone(shownExpiries(piece.rows, look), account.expiryZone),
  };
}

async function pricesOf(
  rows: readonly CheckRow[],
  { term }: CheckPiece,
  { desk, account }: CheckContext,
): Promise<Prices | Suspension> {
  const ask = async (some: readonly CheckRow[], alone: boolean): Promise<Prices | Suspension> => {
    if (some.length === 0) return new Map();
    const ids = some.map(({ resourceId }) => resourceId);
    return priceReadings(await desk.prices(ids, term, { alone }));
  };
  const first = await ask(rows, false);
  if ('kind' in first) return first;
  const unsure = rows.filter((row) => isUnsure(row, first.get(idKey(row.resourceId)), account));
  const alone = await ask(unsure, true);
  return 'kind' in alone ? alone : new Map([...first, ...alone]);
}

/** As in a job, a row is only held on its own price; and a price that is told is its own, too. */
function isUnsure(row: CheckRow, reading: PriceReading | undefined, account: Account): boolean {
  if (reading?.kind !== 'priced' || reading.alone) return false;
  const { approved } = row;
  if (approved !== null && looksDear({ approved }, reading, account)) return true;
  return reading.shared === true && (approved === null || compare(approved, reading.price) !== 0);
}

/** Service, region and the like for a fresh quote; without an answer it does without them. */
async function describe(
  ids: readonly string[],
  desk: ResourceDesk,
): Promise<ReadonlyMap<string, SurveyedResource>> {
  const filter = { ids, expiresFrom: null, expiresBefore: null, order: null };
  const found = new Map<string, SurveyedResource>();
  let from: string | null = null;
  do {
    const page: Awaited<ReturnType<ResourceDesk['due']>> = await desk.due(
      { ...filter, statuses: null, serviceTypes: null },
      from,
    );
    if (page.kind !== 'done') return found;
    for (const resource of page.value.resources) found.set(idKey(resource.resourceId), resource);
    from = page.value.next;
  } while (from !== null);
  const attached = await desk.attached(ids);
  if (attached.kind !== 'done') return found;
  const counts = new Map([...attached.value].map(([id, count]) => [idKey(id), count]));
  return new Map(
    [...found].map(([key, resource]) => [key, { ...resource, attached: counts.get(key) ?? 0 }]),
  );
}

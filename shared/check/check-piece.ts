import type { Account } from '../settings/account.ts';
import type { CheckedRow, CheckPiece, CheckRow } from './check.ts';
import { suspectZone } from '../renewal/rules/expiry-verdict.ts';
import { compare } from '../values/money.ts';
import type { Reason } from '../reasons/reason.ts';
import type { SurveyedResource } from '../survey/survey.ts';
import type { PriceReading, ResourceDesk } from '../ports/provider.ts';
import type { Suspension } from '../renewal/decide/decision.ts';
import { judgeLook, type LookedAtRow } from '../renewal/rules/judge-look.ts';
import type { OrderedBefore } from '../renewal/readings.ts';
import { outcomeOf } from '../renewal/rules/ordered-before.ts';
import { judgePrice, looksDear } from '../renewal/rules/judge-price.ts';
import { readPrices, type Prices } from '../engine/read-prices.ts';
import { readingOf, readResources } from '../engine/read-resources.ts';

/** What a dry run looks and prices with. Nothing of it can order, pay or cancel. */
export interface CheckContext {
  readonly desk: ResourceDesk;
  readonly account: Account;
  /** What a job has to do with the very renewal (money rule 8). */
  readonly orderedBefore: (row: LookedAtRow) => OrderedBefore | undefined;
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
  | Suspension
  | Silence;

/** No clear answer came: asked again later. */
export interface Silence {
  readonly kind: 'silent';
  readonly detail: string;
}

/**
 * Looks at the rows of a piece and prices those that the look leaves, by the very judgements that a
 * job makes before it orders.
 */
export async function checkPiece(piece: CheckPiece, context: CheckContext): Promise<CheckedPiece> {
  const { desk, account: policy, now } = context;
  const { idKey } = desk.traits;
  const ids = piece.rows.map(({ resourceId }) => resourceId);
  const look = await readResources(desk, ids);
  if (look.kind === 'stopped') return look.stop;
  if (look.kind === 'silent') return look;
  const read = (row: CheckRow) => readingOf(look.value, idKey(row.resourceId));
  const looked = new Map(
    piece.rows.map((row) => {
      const before = context.orderedBefore(row);
      const told =
        before === undefined ? null : outcomeOf(row, before, read(row), policy.expiryZone);
      const looks = judgeLook(row, read(row), { policy, traits: desk.traits, now });
      return [row.position, before?.kind === 'renewed' ? told : (looks ?? told)];
    }),
  );
  const open = piece.rows.filter(({ position }) => looked.get(position) === null);
  const prices = await pricesOf(open, piece, context);
  if ('kind' in prices) return prices;
  const shown = await describe(ids, desk);
  const rows = piece.rows.map((row): CheckedRow => {
    const reading = prices.get(idKey(row.resourceId)) ?? null;
    const priced = reading?.kind === 'priced' ? reading : null;
    const missing = read(row).kind !== 'shown';
    return {
      position: row.position,
      obstacle:
        looked.get(row.position) ?? judgePrice(row, reading, { policy, term: piece.term, missing }),
      price: priced?.price ?? null,
      list: priced?.list ?? null,
      resource: shown.get(idKey(row.resourceId)) ?? null,
    };
  });
  const expiries = piece.rows.flatMap((row) => {
    const reading = read(row);
    const expiry = reading.kind === 'shown' ? reading.resource.expiry : null;
    return expiry === null ? [] : [{ row, expiry }];
  });
  return { kind: 'checked', rows, wrongZone: suspectZone(expiries, policy.expiryZone) };
}

async function pricesOf(
  rows: readonly CheckRow[],
  { term }: CheckPiece,
  { desk, account }: CheckContext,
): Promise<Prices | Suspension | Silence> {
  const ask = async (some: readonly CheckRow[], alone: boolean) => {
    const ids = some.map(({ resourceId }) => resourceId);
    const answer = await readPrices(desk, ids, term, alone);
    switch (answer.kind) {
      case 'told':
        return answer.value;
      case 'stopped':
        return answer.stop;
      case 'silent':
        return answer;
    }
  };
  const first = await ask(rows, false);
  if ('kind' in first) return first;
  const { idKey } = desk.traits;
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
  const { idKey } = desk.traits;
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

import { type Account, policyOf } from '../settings/account.ts';
import type { CheckedRow, CheckPiece, CheckRow } from './check.ts';
import type { RowReading } from '../renewal/decide/facts.ts';
import { shownExpiries, suspectZone } from '../renewal/rules/expiry-verdict.ts';
import type { Reason } from '../reasons/reason.ts';
import type { SurveyedResource } from '../survey/survey.ts';
import type { PriceReading, ResourceDesk } from '../ports/provider.ts';
import type { Suspension } from '../renewal/decide/decision.ts';
import type { LookedAtRow } from '../renewal/rules/judge-look.ts';
import { type PreFlight, preFlight, type PriceAsk } from '../renewal/rules/pre-flight.ts';
import { readPrices } from '../engine/read-prices.ts';
import type { OrderedBefore } from '../renewal/readings.ts';
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
 * Looks at the rows of a piece and prices those that the look leaves, asking and judging in the very
 * order that a job does before it orders. Nothing waits here: what a job would ask for once more
 * later is told as it is now.
 */
export async function checkPiece(piece: CheckPiece, context: CheckContext): Promise<CheckedPiece> {
  const { desk, account, now } = context;
  const { idKey } = desk.traits;
  const rules = {
    policy: policyOf(account),
    traits: desk.traits,
    now,
    term: piece.term,
    tellsPrices: true,
  };
  const looks = new Map<CheckRow, RowReading>();
  const prices = new Map<CheckRow, { alone: boolean; reading: PriceReading | null }>();
  const nextOf = (row: CheckRow): PreFlight =>
    preFlight(
      row,
      {
        look: looks.get(row) ?? null,
        before: context.orderedBefore(row),
        handWaits: false,
        price: prices.get(row) ?? null,
        ownPrice: false,
        busyBefore: true,
        // A dry run has made no call that an order could be of.
        lockMayBeOurs: false,
        lockMayPass: false,
      },
      rules,
    );
  for (;;) {
    const question = nextQuestion(piece.rows, nextOf);
    if (question === null) break;
    const { rows } = question;
    const ids = rows.map(({ resourceId }) => resourceId);
    if (question.kind === 'look') {
      const look = await readResources(desk, ids);
      if (look.kind === 'stopped') return look.stop;
      if (look.kind === 'silent') return look;
      for (const row of rows) looks.set(row, readingOf(look.value, idKey(row.resourceId)));
    } else {
      const alone = question.kind === 'alone';
      const told = await readPrices(desk, ids, piece.term, alone);
      if (told.kind === 'stopped') return told.stop;
      if (told.kind === 'silent') return told;
      for (const row of rows) {
        prices.set(row, { alone, reading: told.value.get(idKey(row.resourceId)) ?? null });
      }
    }
  }
  const ids = piece.rows.map(({ resourceId }) => resourceId);
  const shown = await describe(ids, desk);
  const rows = piece.rows.map((row): CheckedRow => {
    const next = nextOf(row);
    const reading = prices.get(row)?.reading ?? null;
    const priced = reading?.kind === 'priced' ? reading : null;
    return {
      position: row.position,
      obstacle: next.kind === 'settled' ? next.outcome : null,
      price: priced?.price ?? null,
      list: priced?.list ?? null,
      resource: shown.get(idKey(row.resourceId)) ?? null,
    };
  });
  const expiries = shownExpiries(piece.rows.map((row) => [row, looks.get(row)] as const));
  return { kind: 'checked', rows, wrongZone: suspectZone(expiries, account.expiryZone) };
}

/** What is asked next, of all rows that want it: first every look, then prices, those alone last. */
function nextQuestion(
  rows: readonly CheckRow[],
  nextOf: (row: CheckRow) => PreFlight,
): { readonly kind: 'look' | PriceAsk; readonly rows: readonly CheckRow[] } | null {
  const wanted = new Map<'look' | PriceAsk, CheckRow[]>();
  for (const row of rows) {
    const next = nextOf(row);
    if (next.kind !== 'ask') continue;
    const kind = next.look ? 'look' : next.price;
    if (kind !== null) wanted.set(kind, [...(wanted.get(kind) ?? []), row]);
  }
  for (const kind of ['look', 'together', 'alone'] as const) {
    const some = wanted.get(kind);
    if (some !== undefined) return { kind, rows: some };
  }
  return null;
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

import type { Money } from '../values/money.ts';
import type { ProviderTraits } from '../renewal/traits.ts';
import { type Outcome, type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import { compoundReason, reason } from '../reasons/reason.ts';
import type { CompoundId } from '../reasons/placeholders.ts';
import { planChunks } from '../jobs/plan-chunks.ts';
import type { QuoteRow } from '../jobs/quote.ts';
import type { SurveyedResource } from '../survey/survey.ts';
import { type Term, termMonths } from '../values/term.ts';
import type { WallTime } from '../values/wall-time.ts';

/** A row of a quote that a dry run can look at and price. */
export interface CheckRow {
  readonly position: number;
  readonly resourceId: string;
  readonly expiry: WallTime;
  /** Null: the file gives no readable price, so there is nothing to compare today's with. */
  readonly approved: Money | null;
  /** The product that the row says it is of. */
  readonly product?: string | undefined;
}

/** Up to 100 rows of one term, as a job's chunk has them. */
export interface CheckPiece {
  readonly term: Term;
  /** Whether these are rows that a job would order; else they are only priced, to be told. */
  readonly ready: boolean;
  readonly rows: readonly CheckRow[];
}

/** What a dry run found out about a row. */
export interface CheckedRow {
  readonly position: number;
  /** What would keep it from being renewed; null: nothing would. */
  readonly obstacle: RowOutcome | null;
  /** What its term costs today after the usable discount; null where it has no price. */
  readonly price: Money | null;
  readonly list: Money | null;
  /** As the provider shows it; null where it does not. */
  readonly resource: SurveyedResource | null;
}

const PIECE_ROWS = 100;

/** Rows that nobody would order as they stand and that can be priced all the same. */
function onlyPriced({ verdict, resourceId, term, expiry, approved }: QuoteRow): boolean {
  if (verdict === null || resourceId === null || term === null || expiry === null) return false;
  return verdict.outcome === 'not approved' || approved === null;
}

/**
 * Cuts a quote into pieces: first exactly the chunks that its job would have, then the rows that are
 * not approved or have no price, each resource once, for which today's price is told as well.
 */
export function planCheck(
  rows: readonly QuoteRow[],
  idKey: ProviderTraits['idKey'],
): readonly CheckPiece[] {
  const ready = planChunks(rows).map((chunk) => ({ ...chunk, ready: true }));
  const seen = new Set(
    ready.flatMap((piece) => piece.rows.map(({ resourceId }) => idKey(resourceId))),
  );
  const filling = new Map<number, { term: Term; ready: false; rows: CheckRow[] }>();
  const others: CheckPiece[] = [];
  for (const row of rows.filter(onlyPriced)) {
    const { position, approved, product } = row;
    const [resourceId, expiry, term] = [row.resourceId!, row.expiry!, row.term!];
    if (seen.has(idKey(resourceId))) continue;
    seen.add(idKey(resourceId));
    let piece = filling.get(termMonths(term));
    if (piece === undefined || piece.rows.length === PIECE_ROWS) {
      piece = { term, ready: false, rows: [] };
      filling.set(termMonths(term), piece);
      others.push(piece);
    }
    piece.rows.push({ position, resourceId, expiry, approved, product });
  }
  return [...ready, ...others];
}

/**
 * The outcome to be expected of a row: its verdict, else what stands in its way, else `renewed`. The
 * reason of a row that is not approved says what a yes would lead to. `checked` is null where the
 * dry run had nothing to look at.
 */
export function expectedOutcome(
  row: Pick<QuoteRow, 'verdict'>,
  checked: Pick<CheckedRow, 'obstacle' | 'price'> | null,
): RowOutcome {
  const { verdict } = row;
  const found = checked === null ? null : (checked.obstacle ?? renewable(checked.price));
  if (verdict === null) return found ?? notLookedAt();
  if (found === null || verdict.outcome !== 'not approved') return verdict;
  const withAYes = compoundReason(WITH_A_YES[found.outcome], {}, [verdict.reason, found.reason]);
  return { ...verdict, reason: withAYes };
}

/** What a yes would lead to. */
const WITH_A_YES = {
  renewed: 'with-a-yes-renewed',
  'already renewed': 'with-a-yes-already-renewed',
  'held: price changed': 'with-a-yes-held',
  'not renewable': 'with-a-yes-not-renewable',
  invalid: 'with-a-yes-invalid',
  'not approved': 'with-a-yes-not-approved',
  'not attempted': 'with-a-yes-not-attempted',
  'needs review': 'with-a-yes-needs-review',
} as const satisfies Readonly<Record<Outcome, CompoundId>>;

function renewable(price: Money | null): RowOutcome {
  const why = price === null ? 'nothing-in-the-way-price-not-told' : 'nothing-in-the-way';
  return rowOutcome('renewed', reason(why));
}

function notLookedAt(): RowOutcome {
  return rowOutcome('not attempted', reason('not-looked-at'));
}

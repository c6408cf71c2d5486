import type { Account } from '../../shared/settings/account.ts';
import { type CheckedRow, type CheckPiece, planCheck } from '../../shared/check/check.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import { type CheckContext, checkPiece, type Silence } from '../../shared/check/check-piece.ts';
import { readEarlier } from '../../shared/engine/recall.ts';
import { memorySiteOf } from '../../shared/providers/settled-settings.ts';
import { readPiece, writePiece } from '../../shared/store/check-piece.ts';
import { checkPieceKey } from '../../shared/store/keys.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { ResourceDesk } from '../../shared/ports/provider.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { OrderMemory } from '../../shared/ports/order-memory.ts';
import type { AccountStore, JournalStore } from '../../shared/ports/stores.ts';
import type { Reason } from '../../shared/reasons/reason.ts';

/** What looking and pricing needs. */
export interface CheckRowsServices {
  readonly files: Pick<Files, 'read' | 'write'>;
  readonly accounts: Pick<AccountStore, 'unproved'>;
  readonly journals: Pick<JournalStore, 'read'>;
  readonly memory: Pick<OrderMemory, 'find'>;
  readonly clock: Clock;
  /** Whether so little time is left that no further piece may be begun. */
  readonly outOfTime: () => boolean;
}

/** How far the rows of a dry run have come. */
export type CheckedRows =
  | { readonly kind: 'checked'; readonly rows: ReadonlyMap<number, CheckedRow> }
  /** The file would be rejected. */
  | { readonly kind: 'reject'; readonly reason: Reason }
  /** The account cannot go on; some rows may have been looked at before. */
  | {
      readonly kind: 'suspend';
      readonly reason: Reason;
      readonly rows: ReadonlyMap<number, CheckedRow>;
    }
  /** Time is over; what was done is kept, and another run goes on from it. */
  | { readonly kind: 'continue' }
  | Silence;

/**
 * Checks the rows of a quote piece by piece. Each piece is kept as soon as it is done, so that an
 * interrupted run goes on where it was. Throws when not even one piece could be done in time.
 */
export async function checkRows(
  id: string,
  quoted: readonly QuoteRow[],
  account: Account,
  desk: ResourceDesk,
  services: CheckRowsServices,
): Promise<CheckedRows> {
  const { files, clock, outOfTime } = services;
  const pieces = planCheck(quoted, desk.traits.idKey);
  const context: CheckContext = {
    desk,
    account,
    orderedBefore: await recallRows(id, pieces, account, desk, services),
    now: clock(),
  };
  const stored = await Promise.all(
    pieces.map(async (_, number) => await files.read(checkPieceKey(id, number))),
  );
  const rows = new Map<number, CheckedRow>();
  let done = 0;
  for (const [number, piece] of pieces.entries()) {
    const kept = stored[number];
    if (kept === null && outOfTime()) {
      if (done === 0) throw new Error(`the dry run ${id} has no time for a single piece`);
      return { kind: 'continue' };
    }
    const checked =
      kept === null || kept === undefined ? await checkPiece(piece, context) : readPiece(kept);
    if ('detail' in checked) return checked;
    if ('reason' in checked) return { kind: 'suspend', reason: checked.reason, rows };
    if (kept === null) {
      await files.write(checkPieceKey(id, number), writePiece(checked), 'application/json');
      done += 1;
    }
    // As in a job, only the first chunk can tell that the whole file is wrong.
    if (number === 0 && checked.wrongZone !== null)
      return { kind: 'reject', reason: checked.wrongZone };
    for (const row of checked.rows) rows.set(row.position, row);
  }
  return { kind: 'checked', rows };
}

/** What jobs have to do with the rows, by the memory that a job would ask (money rule 8). */
async function recallRows(
  id: string,
  pieces: readonly CheckPiece[],
  account: Account,
  { traits: { idKey } }: ResourceDesk,
  services: CheckRowsServices,
): Promise<CheckContext['orderedBefore']> {
  const rows = pieces.flatMap((piece) => piece.rows);
  const keys = rows.map(({ resourceId, expiry }) => ({ key: idKey(resourceId), day: expiry.day }));
  const found = await services.memory.find(memorySiteOf(account), keys);
  return await readEarlier(found, { account: account.name, job: id, idKey }, services);
}

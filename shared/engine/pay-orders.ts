import { judgeExpiry } from '../renewal/expiry-verdict.ts';
import type { CancelReason, Journal, Order, RefusalNote } from '../renewal/journal.ts';
import { withOrder } from '../renewal/journal-view.ts';
import type { Answer, Refusal } from '../ports/answer.ts';
import {
  type ChunkWork,
  idKey,
  PATIENCE_MS,
  refusalNote,
  rowsAt,
  type Stop,
  suspension,
} from './chunk-work.ts';
import { inWaves } from './in-waves.ts';
import { leftToAutoRenewal } from './left-to-auto-renewal.ts';
import type { ReadyOrder } from './judge-orders.ts';
import { readResources } from './read-resources.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Pays orders that were judged ready. The deciding look at the expiry is made here, after the
 * orders exist and lock their rows (money rule 4); the job is read again; the intent is durable;
 * only then is paid, exactly the compared amount's discount and nothing else.
 */
export async function payOrders(
  work: ChunkWork,
  ready: readonly ReadyOrder[],
): Promise<Stop | null> {
  return await inWaves(work, ready, async (wave) => {
    const checked = await stillAsApproved(work, wave);
    if (!Array.isArray(checked)) return checked;
    if (checked.length === 0) return null;
    const gone = await mayGoOn(work);
    if (gone !== null) return gone;
    await writeIntents(work, checked);
    const stops = await sideBySide(checked, async (order) => await payOrder(work, order));
    return stops.find((stop) => stop?.kind === 'suspend') ?? stops.find(isStop) ?? null;
  });
}

function isStop(stop: Stop | null): stop is Stop {
  return stop !== null;
}

/**
 * Orders whose rows all still show the approved expiry and are not about to be auto-renewed; the
 * others are marked for cancelling.
 */
async function stillAsApproved(
  work: ChunkWork,
  ready: readonly ReadyOrder[],
): Promise<ReadyOrder[] | Stop> {
  const { keeper, account } = work;
  const rows = ready.flatMap((order) => rowsAt(keeper.current, order.rows));
  const look = await readResources(
    work.provider.resources,
    rows.map(({ resourceId }) => resourceId),
  );
  if ('kind' in look) return look;
  const unmoved = (order: ReadyOrder): boolean =>
    rowsAt(keeper.current, order.rows).every((row) => {
      const resource = look.found.get(idKey(row.resourceId));
      if (resource === undefined) return false;
      const moved = judgeExpiry(row, resource.expiry, account.expiryZone) !== null;
      return !moved && !leftToAutoRenewal(resource, account, work.clock());
    });
  const moved = ready.filter((order) => !unmoved(order));
  if (moved.length > 0) {
    await keeper.record((journal) =>
      moved.reduce(
        (known, order) => toCancel(known, order.id, 'expiry moved', order.rows),
        journal,
      ),
    );
  }
  return ready.filter((order) => !moved.includes(order));
}

function toCancel(
  journal: Journal,
  orderId: string,
  because: CancelReason,
  rows: readonly number[],
): Journal {
  return withOrder(journal, orderId, (order) => ({
    ...order,
    rows,
    state: { kind: 'cancelling', because },
  }));
}

/** The job may have been suspended, cancelled or have expired since the chunk began. */
export async function mayGoOn(work: ChunkWork): Promise<Stop | null> {
  const job = await work.jobs.read(work.job.id);
  const running =
    job !== null &&
    job.status === 'running' &&
    job.epoch === work.job.epoch &&
    job.validUntil !== null &&
    work.clock() < job.validUntil;
  if (!running) return { kind: 'no longer running' };
  // Whoever held it may have died before it suspended the job.
  const { held } = await work.accounts.read(work.account.name);
  return held === undefined ? null : { kind: 'suspend', reason: held };
}

async function writeIntents(work: ChunkWork, wave: readonly ReadyOrder[]): Promise<void> {
  const at = work.clock();
  await work.keeper.record((journal) =>
    wave.reduce(
      (known, { id, rows, amount, discount }) =>
        withOrder(known, id, (order) => ({
          ...order,
          rows,
          state: { kind: 'paying', compared: amount, discount, at, refusal: refusedBefore(order) },
        })),
      { ...journal, claims: 0 },
    ),
  );
}

async function payOrder(work: ChunkWork, ready: ReadyOrder): Promise<Stop | null> {
  const answer = await work.provider.renewals.pay(ready.id, ready.discount);
  const after = judgePayAnswer(work, ready, answer);
  const { state } = after;
  await work.keeper.record((journal) =>
    withOrder(journal, ready.id, (order) => ({ ...order, state })),
  );
  return after.stop;
}

function cancelling(because: CancelReason, refusal: Refusal): AfterPay {
  return { state: { kind: 'cancelling', because, refusal: refusalNote(refusal) }, stop: null };
}

/** A payment that was refused for the order's own state, although that lets it be paid. */
function refusedBefore({ state }: Order): RefusalNote | undefined {
  return state.kind === 'made' ? state.refusal : undefined;
}

/** What a pay answer makes of the order. */
interface AfterPay {
  readonly state: Order['state'];
  readonly stop: Stop | null;
}

function judgePayAnswer(work: ChunkWork, ready: ReadyOrder, answer: Answer<null>): AfterPay {
  const { amount: compared, discount } = ready;
  const at = work.clock();
  switch (answer.kind) {
    case 'done':
      return { state: { kind: 'paid', compared, discount, at }, stop: null };
    case 'unknown':
      // Nothing can be in flight any more so long after the call's end, not after its begin.
      return { state: { kind: 'paying', compared, discount, at }, stop: null };
    case 'refused':
      return judgePayRefusal(work, ready, answer.refusal);
  }
}

function judgePayRefusal(work: ChunkWork, ready: ReadyOrder, refusal: Refusal): AfterPay {
  const { amount: compared, discount } = ready;
  switch (refusal.remedy) {
    case 'refuse discount':
      return cancelling('discount refused', refusal);
    case 'drop order':
      return cancelling('terms changed', refusal);
    case 'hold project':
      return cancelling('budget used up', refusal);
    case 'read order':
      if (ready.refusedBefore) return cancelling('payment refused', refusal);
      return {
        state: {
          kind: 'paying',
          compared,
          discount,
          at: work.clock(),
          refusal: refusalNote(refusal),
        },
        stop: null,
      };
    case 'later':
    case 'wait':
      return {
        state: { kind: 'made' },
        stop: { kind: 'later', at: work.clock() + PATIENCE_MS, busy: true },
      };
    case 'suspend':
    case 'split':
    case 'row':
    case 'unlisted':
      // The order stays: it is paid on resume while its deadline and its price allow (money rule 7).
      return { state: { kind: 'made' }, stop: suspension(refusal) };
  }
}

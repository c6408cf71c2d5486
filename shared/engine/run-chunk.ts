import { isShortBalance } from '../renewal/short-balance.ts';
import { freeRows, isClosed, isUnanswered, nothingLeftToDo } from '../renewal/journal-view.ts';
import { cancelOrders } from './cancel-orders.ts';
import { type ChunkWork, PATIENCE_MS, ProviderSilent, type Stop } from './chunk-work.ts';
import { confirmOrders } from './confirm-orders.ts';
import { dueRows } from './due-rows.ts';
import { judgeOrders } from './judge-orders.ts';
import { lookAtRows } from './look-at-rows.ts';
import { orderParts } from './order-parts.ts';
import { parkLocked } from './park-locked.ts';
import { mayGoOn, payOrders } from './pay-orders.ts';
import { priceRows } from './price-rows.ts';
import { settleOrders } from './settle-orders.ts';
import { settleParked } from './settle-parked.ts';

/** How the work on a chunk ends: every row settled or paid and waiting, or a reason to stop. */
export type ChunkEnd = Stop | { readonly kind: 'finished' };

/**
 * Carries a claimed chunk as far as it goes: settle what earlier attempts left unclear, then look,
 * price, order, compare, re-read, pay and cancel, round by round until no row is left; then confirm
 * once (design 6). It may be interrupted anywhere and begun again from its journal.
 */
export async function runChunk(work: ChunkWork): Promise<ChunkEnd> {
  await noteBalance(work);
  const stop = await unlessSilent(work, runRounds);
  // Payments are confirmed even when the work stops: the interim sheet should tell of them, and
  // one that was charged too much must suspend whatever else there is to wait for.
  const alarmed = work.outOfTime() ? null : await unlessSilent(work, confirmOrders);
  const end = alarmed?.kind === 'suspend' ? alarmed : (stop ?? alarmed);
  if (end?.kind === 'suspend' && isShortBalance(end.reason)) await noteWhatIsLeft(work);
  if (end !== null) return end;
  if (nothingLeftToDo(work.keeper.current)) return { kind: 'finished' };
  return { kind: 'later', at: work.clock() + PATIENCE_MS };
}

/** A provider that gives no clear answer to a look is asked again later. */
async function unlessSilent(
  work: ChunkWork,
  act: (work: ChunkWork) => Promise<Stop | null>,
): Promise<Stop | null> {
  try {
    return await act(work);
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error;
    work.log.warn('provider silent', {
      job: work.job.id,
      account: work.account.name,
      error: error.message,
    });
    return { kind: 'later', at: work.clock() + PATIENCE_MS };
  }
}

/** For the Summary only: a short balance is no proof that a payment fails (contract, section 6). */
async function noteBalance({ keeper, provider }: ChunkWork): Promise<void> {
  const { chunk, balance, parts } = keeper.current;
  if (chunk !== 0 || balance !== null || parts.length > 0) return;
  const answer = await provider.resources.balance();
  if (answer.kind !== 'done' || answer.value === null) return;
  const { available } = answer.value;
  keeper.note((journal) => ({ ...journal, balance: available }));
}

/** For the notice and the interim workbook: what the next top-up must bring. */
async function noteWhatIsLeft(work: ChunkWork): Promise<void> {
  const { keeper, provider, job } = work;
  if (work.outOfTime()) return;
  const answer = await provider.resources.balance();
  if (answer.kind !== 'done' || answer.value === null) return;
  const left = { epoch: job.epoch, amount: answer.value.available };
  keeper.note((journal) => ({ ...journal, left }));
}

/** More rounds than the ladder, a dear order, a moved expiry and a lost discount need together. */
const MOST_ROUNDS = 12;

async function runRounds(work: ChunkWork): Promise<Stop | null> {
  let waiting: Stop | null = null;
  for (let round = 0; round < MOST_ROUNDS && somethingToDo(work); round += 1) {
    if (work.outOfTime()) return { kind: 'out of time' };
    const before = work.keeper.current;
    const stop = await runRound(work);
    if (stop !== null && stop.kind !== 'later') return stop;
    if (stop?.busy === true) return stop;
    waiting = stop;
    // What must wait does not hold up other rows, but a round that changed nothing is the last.
    if (work.keeper.current === before) break;
  }
  return somethingToDo(work)
    ? (waiting ?? { kind: 'later', at: work.clock() + PATIENCE_MS })
    : null;
}

function somethingToDo({ keeper }: ChunkWork): boolean {
  const { current } = keeper;
  const live = current.parts.some(
    (part) =>
      isUnanswered(part) ||
      part.orders.some((order) => !isClosed(order) && order.state.kind !== 'paid'),
  );
  return live || freeRows(current).length > 0;
}

async function runRound(work: ChunkWork): Promise<Stop | null> {
  let waiting: Stop | null = null;
  for (const phase of [settleOrders, settleParked, orderFreeRows, judgeAndPay, cancelOrders]) {
    const stop = await phase(work);
    if (stop !== null && (stop.kind !== 'later' || stop.busy === true)) return stop;
    waiting ??= stop;
  }
  return waiting;
}

async function orderFreeRows(work: ChunkWork): Promise<Stop | null> {
  if (work.keeper.current.state !== 'open') return null;
  const { free, stop: busy } = askable(work);
  if (free.length === 0) return busy;
  // Only what was ordered can have taken so long that the job may have ended meanwhile.
  const gone = work.keeper.current.parts.length === 0 ? null : await mayGoOn(work);
  if (gone !== null) return gone;
  const looked = await lookAtRows(work, free);
  if (looked.kind !== 'looked') return looked;
  const priced = await priceRows(work, looked);
  if (priced.kind !== 'priced') return priced;
  if (priced.locked.length > 0) {
    await work.keeper.record((journal) => parkLocked(journal, priced.locked));
  }
  const due = await dueRows(work, priced.rows);
  const stop = due.rows.length === 0 ? null : await orderParts(work, due.rows);
  return stop ?? due.stop ?? busy;
}

/** Free rows, without those that the provider has just called busy: they are asked for later. */
function askable({ keeper, clock }: ChunkWork): { free: number[]; stop: Stop | null } {
  const free = freeRows(keeper.current);
  const again = (index: number): number =>
    (keeper.current.rows[index]!.busySince ?? -Infinity) + PATIENCE_MS;
  const waiting = free.filter((index) => clock() < again(index));
  return {
    free: free.filter((index) => !waiting.includes(index)),
    stop: waiting.length === 0 ? null : { kind: 'later', at: Math.min(...waiting.map(again)) },
  };
}

async function judgeAndPay(work: ChunkWork): Promise<Stop | null> {
  return await judgeOrders(work, async (ready) => await payOrders(work, ready));
}

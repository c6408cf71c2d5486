import type { Ask } from '../renewal/decide/decision.ts';
import type { Asked } from '../renewal/decide/facts.ts';
import { isLocked } from '../renewal/rules/judge-price.ts';
import { isOpen } from '../renewal/rules/whose-order.ts';
import type { Order } from '../renewal/journal.ts';
import type { OrderReading } from '../renewal/readings.ts';
import type { Answer } from '../renewal/answer.ts';
import type { ChunkWork } from './chunk-work.ts';
import type { FactBook } from './fact-book.ts';
import { readJob } from './read-job.ts';
import { readPrices } from './read-prices.ts';
import { readingOf, readResources } from './read-resources.ts';
import { reservationsOf } from './renewals-of.ts';
import { ANSWERED, type AskEnd, heard, type Heard } from './triage.ts';

type Question<Kind extends Ask['kind']> = Extract<Ask, { readonly kind: Kind }>;

type Asking = Promise<AskEnd>;

/** Asks one question and notes the answer; that none came is noted too. */
export async function askProvider(work: ChunkWork, facts: FactBook, ask: Ask): Asking {
  const asked = facts.asking();
  switch (ask.kind) {
    case 'resources':
      return await lookAtRows(work, facts, ask, asked);
    case 'prices':
      return await priceRows(work, facts, ask, asked);
    case 'locks':
      return await findLocks(work, facts, ask, asked);
    case 'order':
      return noteOrder(facts, ask.order, await work.provider.renewals.order(ask.order), asked);
    case 'order with discounts':
      return await readDiscounts(work, facts, ask.order, asked);
    case 'order rows':
      return await readOrderRows(work, facts, ask.order, asked);
    case 'orders around':
      return await listOrders(work, facts, ask, (orders) => {
        facts.around.set(ask.part, { ...asked, orders });
      });
    case 'paid orders':
      return await listOrders(work, facts, ask, (orders) => {
        facts.paidList = asked;
        notePaid(work, facts, orders, asked);
      });
    case 'orders paid': {
      const answer = await ordersPaid(work, facts, ask);
      return noteList(facts, answer, (orders) => {
        facts.othersPaid = { ...asked, orders };
      });
    }
    case 'unpaid orders':
      return await listOrders(work, facts, { ...ask, only: 'unpaid' }, (orders) => {
        facts.unpaid = { ...asked, orders: orders.filter(isOpen) };
      });
    case 'permit':
    case 'account':
    case 'memory':
    case 'job':
    case 'balance':
      return await readJob(work, facts, ask, asked);
  }
}

/** Notes what an answer says: an account that is refused stops the work. */
function note<T>(
  facts: FactBook,
  answer: Heard<T>,
  take: (answer: Extract<Heard<T>, { kind: 'told' | 'refused' }>) => void,
): AskEnd {
  switch (answer.kind) {
    case 'silent':
      return answer;
    case 'stopped':
      facts.stop ??= answer.stop;
      return { kind: 'stopped' };
    case 'told':
    case 'refused':
      take(answer);
      return ANSWERED;
  }
}

function idsOf({ keeper }: ChunkWork, rows: readonly number[]): string[] {
  return rows.map((row) => keeper.current.rows[row]!.resourceId);
}

async function lookAtRows(
  work: ChunkWork,
  facts: FactBook,
  { rows }: Question<'resources'>,
  asked: Asked,
): Asking {
  const ids = idsOf(work, rows);
  const answer = await readResources(work.provider.resources, ids);
  if (answer.kind !== 'told') return note(facts, answer, () => undefined);
  for (const [place, row] of rows.entries()) {
    const key = work.provider.resources.traits.idKey(ids[place]!);
    facts.rows.set(row, { ...asked, ...readingOf(answer.value, key) });
  }
  return ANSWERED;
}

async function priceRows(
  work: ChunkWork,
  facts: FactBook,
  { rows, alone }: Question<'prices'>,
  asked: Asked,
): Asking {
  if (!alone) for (const row of rows) facts.prices.delete(row);
  const ids = idsOf(work, rows);
  const answer = await readPrices(work.provider.resources, ids, work.keeper.current.term, alone);
  if (answer.kind !== 'told') return note(facts, answer, () => undefined);
  const { tick: answered } = facts.asking();
  for (const [place, row] of rows.entries()) {
    const reading = answer.value.get(work.provider.resources.traits.idKey(ids[place]!)) ?? null;
    facts.prices.set(row, { ...asked, alone, company: rows, answered, reading });
  }
  return ANSWERED;
}

async function findLocks(
  work: ChunkWork,
  facts: FactBook,
  { rows }: Question<'locks'>,
  asked: Asked,
): Asking {
  const ids = idsOf(work, rows);
  const answer = await readPrices(work.provider.resources, ids, work.keeper.current.term, false);
  if (answer.kind !== 'told') return note(facts, answer, () => undefined);
  for (const [place, row] of rows.entries()) {
    const reading = answer.value.get(work.provider.resources.traits.idKey(ids[place]!)) ?? null;
    facts.locks.set(row, { ...asked, locked: isLocked(reading) });
  }
  return ANSWERED;
}

/** Of an order that somebody is at work on nothing is told for the moment: it is asked again later. */
function heardNow<T>(answer: Answer<T>): Heard<T> {
  const one = heard(answer);
  if (one.kind !== 'refused' || one.refusal.remedy !== 'later') return one;
  return { kind: 'silent', detail: one.refusal.message, busy: true };
}

/** An order that is refused to be shown is hidden, no more: a returned id exists. */
function noteOrder(
  facts: FactBook,
  id: string,
  answer: Answer<OrderReading | null>,
  asked: Asked,
): AskEnd {
  return note(facts, heardNow(answer), (told) => {
    const order = told.kind === 'told' ? told.value : null;
    facts.orders.set(
      id,
      order === null ? { ...asked, kind: 'hidden' } : { ...asked, kind: 'shown', order },
    );
  });
}

async function readDiscounts(
  { provider }: ChunkWork,
  facts: FactBook,
  id: string,
  asked: Asked,
): Asking {
  const { order, discounts } = await reservationsOf(provider).orderWithDiscounts(id);
  const unpaid = order.kind === 'done' && order.value?.state === 'unpaid';
  if (unpaid) {
    const end = note(facts, heard(discounts), (told) => {
      facts.discounts.set(
        id,
        told.kind === 'told'
          ? { ...asked, kind: 'offered', offers: told.value }
          : { ...asked, kind: 'unsure' },
      );
    });
    if (end.kind !== 'answered') return end;
  }
  return noteOrder(facts, id, order, asked);
}

/**
 * Refused, as where the provider does not know the order here: nothing is listed under it. What is
 * listed with its expiry is thereby looked at as well.
 */
async function readOrderRows(
  { provider, keeper }: ChunkWork,
  facts: FactBook,
  id: string,
  asked: Asked,
): Asking {
  const { idKey } = provider.resources.traits;
  return note(facts, heardNow(await provider.renewals.resourcesOfOrder(id)), (told) => {
    const main = told.kind === 'told' ? told.value.filter((one) => one.main) : [];
    const listed = new Map(main.map((one) => [idKey(one.resourceId), one]));
    const rows: number[] = [];
    for (const [row, { resourceId }] of keeper.current.rows.entries()) {
      const resource = listed.get(idKey(resourceId));
      if (resource === undefined) continue;
      rows.push(row);
      const isNewer = asked.tick > (facts.rows.get(row)?.tick ?? -1);
      if (resource.expiry !== null && isNewer) {
        facts.rows.set(row, { ...asked, kind: 'shown', resource });
      }
    }
    facts.orderRows.set(id, { ...asked, listed: listed.size, rows });
  });
}

async function listOrders(
  { provider }: ChunkWork,
  facts: FactBook,
  { from, to, only }: { readonly from: number; readonly to: number; readonly only?: 'unpaid' },
  take: (orders: readonly OrderReading[]) => void,
): Asking {
  return noteList(facts, await provider.renewals.renewalOrders(from, to, only), take);
}

/** How far back orders are listed again that were listed before in this run, in milliseconds. */
const AGAIN_MS = 120_000;

/**
 * What is bought at once is paid when it is made; what was listed in this run is not listed anew, but
 * for what is not over, which is in every list.
 */
async function ordersPaid(
  { provider: { renewals } }: ChunkWork,
  { othersPaid: known }: FactBook,
  { from, to }: Question<'orders paid'>,
): Promise<Answer<readonly OrderReading[]>> {
  if (renewals.kind === 'reserve') return await renewals.ordersPaid(from, to);
  const since = known === null ? from : Math.max(from, known.at - AGAIN_MS);
  const answer = await renewals.renewalOrders(since, to);
  if (answer.kind !== 'done') return answer;
  const over = (known?.orders ?? []).map((order) => ({ ...order, state: 'completed' }) as const);
  const all = new Map([...over, ...answer.value].map((order) => [order.id, order]));
  const paid = [...all.values()].filter(
    ({ state }) => state === 'processing' || state === 'completed',
  );
  return { kind: 'done', value: paid };
}

/** A list that is refused tells nothing. */
function noteList(
  facts: FactBook,
  raw: Answer<readonly OrderReading[]>,
  take: (orders: readonly OrderReading[]) => void,
): AskEnd {
  const answer = heard(raw);
  if (answer.kind === 'refused') {
    return { kind: 'silent', detail: answer.refusal.message, busy: false };
  }
  return note(facts, answer, (told) => {
    if (told.kind === 'told') take(told.value);
  });
}

/** The list suffices for an order that it shows paid; any other is asked for by its id. */
function notePaid(
  { keeper }: ChunkWork,
  facts: FactBook,
  orders: readonly OrderReading[],
  asked: Asked,
): void {
  const shown = new Map(orders.map((order) => [order.id, order]));
  const ours: readonly Order[] = keeper.current.parts.flatMap((part) => part.orders);
  for (const { id } of ours) {
    const order = shown.get(id);
    if (order?.state !== 'completed' && order?.state !== 'processing') continue;
    facts.orders.set(id, { ...asked, kind: 'shown', order });
  }
}

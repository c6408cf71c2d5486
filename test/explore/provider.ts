import type { Answer } from '../../shared/renewal/answer.ts';
import type { ProviderResource } from '../../shared/renewal/readings.ts';
import type { ReservingProvider, RenewAnswer } from '../../shared/ports/provider.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';
import { type Term, termMonths } from '../../shared/values/term.ts';
import { actsOf } from './acts.ts';
import {
  CANCEL_MISHAPS,
  cancelAtOnce,
  completeLater,
  type OrderMishap,
  PAY_MISHAPS,
  payAtOnce,
} from './order-answers.ts';
import { orderAll, renewMishaps } from './renew-answers.ts';
import { reader, readsOfOrder } from './reads.ts';
import { SILENT_MS, type Stage } from './stage.ts';
import {
  dollars,
  listIn,
  orderIn,
  orderRowsIn,
  paidIn,
  pricesIn,
  refused,
  resourcesIn,
} from './views.ts';
import { holderOf, orderOf } from './world.ts';

/** A provider that does whatever its contract does not exclude, as the chooser has it. */
export function modelProvider(stage: Stage): ReservingProvider {
  const { line, habits, teller } = stage;
  const read = reader(stage);
  return {
    resources: {
      traits: HUAWEI,
      resources: async (ids) => {
        await others(stage);
        const answer = read<readonly ProviderResource[]>(
          'resources',
          `the expiries of ${ids.join(' and ')}`,
          (world) => resourcesIn(world, ids),
          ids.map((id) => ({
            name: 'a look does not show one row',
            change: (all) => all.filter(({ resourceId }) => resourceId !== id),
          })),
        );
        return witnessed(stage, answer);
      },
      prices: async (ids, term, { alone }) => {
        await others(stage);
        const months = termMonths(term);
        return read('prices', `the prices of ${ids.join(' and ')}`, (world) =>
          pricesIn(world, ids, months, alone),
        );
      },
      balance: async () => ({ kind: 'done', value: { available: dollars(1_000_000) } }),
    },
    renewals: {
      kind: 'reserve',
      renew: async (ids, term) => {
        await others(stage);
        return renew(stage, ids, term);
      },
      order: async (id) => {
        await others(stage);
        return read(
          'order',
          `order ${id}`,
          (world) => orderIn(world, id, habits()),
          readsOfOrder(),
        );
      },
      orderWithDiscounts: async (id) => {
        await others(stage);
        const order = read(
          'order',
          `order ${id}`,
          (world) => orderIn(world, id, habits()),
          readsOfOrder(),
        );
        return { order, discounts: { kind: 'done', value: [] } };
      },
      resourcesOfOrder: async (id) => {
        await others(stage);
        const answer = read<readonly ProviderResource[]>(
          'order rows',
          `the resources under order ${id}`,
          (world) => orderRowsIn(world, id, habits()),
          [
            { name: 'nothing is listed under an order', change: () => [] },
            { name: 'one row is not listed under an order', change: (all) => all.slice(1) },
          ],
        );
        return witnessed(stage, answer);
      },
      renewalOrders: async (from, to) => {
        await others(stage);
        return read('list', 'the list of orders', (world) => listIn(world, from, to, habits()), [
          { name: 'the list lacks its newest order', change: (all) => all.slice(1) },
        ]);
      },
      ordersPaid: async (from, to) => {
        await others(stage);
        return read(
          'list',
          'the list of paid orders',
          (world) => paidIn(world, from, to, habits()),
          [{ name: 'the list lacks its newest order', change: (all) => all.slice(1) }],
        );
      },
      pay: async (id) => {
        await others(stage);
        teller.step(`renewsheet pays ${id}`);
        if (orderOf(line.now, id)?.state !== 'unpaid') return tooLate(stage, id, 'pay');
        return about(stage, id, PAY_MISHAPS, payAtOnce);
      },
      cancel: async (id) => {
        await others(stage);
        teller.step(`renewsheet cancels ${id}`);
        if (orderOf(line.now, id)?.state !== 'unpaid') return tooLate(stage, id, 'cancel');
        return about(stage, id, CANCEL_MISHAPS, cancelAtOnce);
      },
    },
  };
}

/** Whichever question showed them: expiries that we know of from now on. */
function witnessed(
  { witness }: Stage,
  answer: Answer<readonly ProviderResource[]>,
): Answer<readonly ProviderResource[]> {
  if (answer.kind === 'done') {
    for (const { resourceId, expiry } of answer.value) witness.sees(resourceId, expiry);
  }
  return answer;
}

/** What others do before a call reaches the provider. */
async function others({ line, chooser, teller, clock, ids, secondWorker }: Stage): Promise<void> {
  const acts = actsOf(line.now, ids, clock.now);
  const again = secondWorker();
  const worker = { name: 'a second worker with a fast clock takes the chunk', act: null } as const;
  const options = [
    ...acts.map((act) => ({ name: act.name, act })),
    ...(again === null ? [] : [worker]),
  ];
  const fallen = chooser().pick(options);
  if (fallen === null) return;
  if (fallen.act !== null) {
    teller.mishap(fallen.name, fallen.act.words);
    line.change(fallen.act.change, fallen.act.late);
    // Whatever is in process completes in a while, whoever paid it.
    for (const { id, state } of line.now.orders) {
      if (state === 'processing') completeLater(line, id);
    }
    return;
  }
  teller.mishap(fallen.name);
  await again?.();
  teller.step('the first worker goes on');
}

function renew(stage: Stage, ids: readonly string[], term: Term): RenewAnswer {
  const { line, teller, chooser, clock } = stage;
  teller.step(`renewsheet orders ${ids.join(' and ')}`);
  const holder = ids.map((id) => holderOf(line.now, id)).find((one) => one !== null);
  if (holder !== undefined && holder !== null) {
    teller.more(`refused: ${holder.id} holds a row`);
    const code = holder.state === 'unpaid' ? 'CBC.99003100' : 'CBC.99003144';
    return { answer: refused('renew', code), orders: [], failed: [] };
  }
  const call = { line, ids, months: termMonths(term), job: stage.job(), at: clock.now };
  const fallen = chooser().pick(renewMishaps(call));
  const before = line.now.orders.length;
  const answer = fallen === null ? orderAll(call) : fallen.answer(call);
  if (fallen !== null) teller.mishap(fallen.name);
  for (const { id, lines } of line.now.orders.slice(before)) {
    teller.more(`${id} is made of ${lines.map((one) => one.id).join(' and ')}`);
  }
  if (answer.answer.kind === 'unknown') clock.now += SILENT_MS;
  return answer;
}

function tooLate({ line, teller }: Stage, id: string, api: 'pay' | 'cancel'): Answer<null> {
  const state = orderOf(line.now, id)?.state ?? 'unknown';
  teller.more(`refused: it is ${state}`);
  return refused(api, api === 'pay' ? 'CBC.99003106' : 'CBC.99005010');
}

function about(
  { line, chooser, teller, clock, witness }: Stage,
  id: string,
  mishaps: readonly OrderMishap[],
  calm: OrderMishap['answer'],
): Answer<null> {
  const fallen = chooser().pick(mishaps);
  if (fallen !== null) teller.mishap(fallen.name);
  witness.pays(line.now, id);
  const answer = (fallen?.answer ?? calm)({ line, id, at: clock.now });
  if (answer.kind === 'unknown') clock.now += SILENT_MS;
  return answer;
}

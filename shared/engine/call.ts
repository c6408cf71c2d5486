import { display } from '../values/money.ts';
import { CHARGED_ABOVE_APPROVAL } from '../notices/alarms.ts';
import { afterPayAnswer, afterRenewAnswer, type Consequence } from '../renewal/decide/answers.ts';
import { BACK_OFF_MS, type Call, type Stop } from '../renewal/decide/decision.ts';
import type { JournalEvent } from '../renewal/events.ts';
import type { ChunkWork } from './chunk-work.ts';
import type { FactBook } from './fact-book.ts';
import { reservationsOf } from './renewals-of.ts';
import { purchase } from './purchase.ts';
import { heard } from './triage.ts';

type Of<Kind extends Call['kind']> = Extract<Call, { readonly kind: Kind }>;

/** Records events, and notes what they have changed. */
export type RecordEvents = (...events: readonly JournalEvent[]) => Promise<void>;

/** The intents of calls: durable before any of them is made (money rule 1). */
export function intentsOf(calls: readonly Call[], at: number, by: string): JournalEvent[] {
  const renews = calls.filter((call) => call.kind === 'renew');
  const pays = calls.filter((call) => call.kind === 'pay');
  const repeats = calls.filter((call) => call.kind === 'repeat');
  const events: JournalEvent[] = [];
  if (renews.length > 0) {
    const prices = new Map(renews.flatMap((call) => [...call.prices]));
    const parts = renews.map(({ part }) => part);
    events.push({ kind: 'rows priced', prices }, { kind: 'call intended', parts, at, by });
  }
  for (const { part } of repeats) events.push({ kind: 'call repeated', part, at, by });
  if (pays.length > 0) {
    events.push({ kind: 'payment intended', orders: pays.map(({ intent }) => intent), at });
  }
  return events;
}

/** Makes one call and records its answer. It is never repeated here (money rule 2). */
export async function makeCall(
  work: ChunkWork,
  facts: FactBook,
  call: Call,
  record: RecordEvents,
): Promise<void> {
  const conclude = async ({ event, stop }: Consequence): Promise<void> => {
    facts.stop ??= stop;
    await record(event, ...refusedBy(stop, work.job.epoch));
  };
  switch (call.kind) {
    case 'renew':
      await conclude(
        call.part.frozen === undefined
          ? await renew(work, call)
          : await purchase(work, call.part.number),
      );
      return;
    case 'repeat':
      await conclude(await purchase(work, call.part));
      return;
    case 'pay': {
      const { order, discount } = call.intent;
      const answer = await reservationsOf(work.provider).pay(order, discount);
      await conclude(afterPayAnswer(order, answer, { last: call.last, at: work.clock() }));
      return;
    }
    case 'cancel':
      await cancel(work, facts, call);
      return;
    case 'hold account':
      await holdAccount(work, facts, call, record);
      return;
    case 'learn size':
      await work.accounts.learnRung(work.account.name, call.size);
      facts.rung = call.size;
  }
}

/** With the answer itself: whoever comes after a crash must not send anything before the job is suspended. */
function refusedBy(stop: Stop | null, epoch: number): JournalEvent[] {
  return stop?.kind === 'suspend' ? [{ kind: 'account refused', epoch, reason: stop.reason }] : [];
}

async function renew(
  { provider, keeper, clock }: ChunkWork,
  { part }: Of<'renew'>,
): Promise<Consequence> {
  const { idKey, callSizes: sizes } = provider.resources.traits;
  const ids = part.rows.map((row) => keeper.current.rows[row]!.resourceId);
  const given = await reservationsOf(provider).renew(ids, keeper.current.term);
  const named = new Map(
    given.failed.map(({ resourceId, refusal }) => [idKey(resourceId), refusal]),
  );
  const failed = new Map(
    part.rows.flatMap((row, place) => {
      const refusal = named.get(idKey(ids[place]!));
      return refusal === undefined ? [] : [[row, refusal] as const];
    }),
  );
  const answer = { answer: given.answer, orders: given.orders, failed };
  return afterRenewAnswer(part, answer, { sizes, at: clock() });
}

/** Whatever is answered, only what the order reads afterwards counts. */
async function cancel(
  { provider, clock }: ChunkWork,
  facts: FactBook,
  { order }: Of<'cancel'>,
): Promise<void> {
  const raw = await provider.renewals.cancel(order);
  const answer = heard(raw);
  if (answer.kind === 'stopped') {
    facts.stop ??= answer.stop;
    return;
  }
  // Busy or asked too often: nothing was done, and the order is no less ours to cancel a little later.
  if (raw.kind === 'refused' && (answer.kind === 'silent' || raw.refusal.remedy === 'later')) {
    facts.stop ??= { kind: 'later', at: clock() + BACK_OFF_MS };
    return;
  }
  facts.cancels.set(order, { ...facts.asking(), refused: answer.kind === 'refused' });
}

/** First of all the account is held: a crash later must not make a wrong charge forgotten. */
async function holdAccount(
  { accounts, account, job, log }: ChunkWork,
  facts: FactBook,
  { reason, orders, told }: Of<'hold account'>,
  record: RecordEvents,
): Promise<void> {
  log.warn('charged above approval', {
    alarm: CHARGED_ABOVE_APPROVAL,
    job: job.id,
    account: account.name,
    order: told.order,
    charged: display(told.charged),
    compared: display(told.compared),
  });
  await accounts.hold(account.name, reason);
  facts.stop = { kind: 'suspend', reason };
  await record(...orders.map((one) => ({ kind: 'charged above', ...one }) as const));
}

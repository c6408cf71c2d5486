import type { RenewAnswer } from '../ports/provider.ts';
import {
  afterRenewAnswer,
  type Consequence,
  doubtedRefusal,
  mayBeOfCopy,
  suspension,
} from '../renewal/decide/answers.ts';
import { findPart } from '../renewal/journal-view.ts';
import type { FrozenCall, Journal } from '../renewal/journal.ts';
import type { ChunkWork } from './chunk-work.ts';
import { purchasesOf } from './renewals-of.ts';

/**
 * Makes a call that pays at once, as its intent was written: with the frozen expiries, and the token
 * that is this call's alone, also at a repeat (money rule 2).
 */
export async function purchase(work: ChunkWork, number: number): Promise<Consequence> {
  const { keeper, provider, clock } = work;
  const journal = keeper.current;
  const part = findPart(journal, number);
  const frozen: FrozenCall | undefined = part.frozen;
  if (frozen === undefined) throw new Error(`renew call ${number} does not pay at once`);
  const resources = part.rows.map((row, place) => ({
    resourceId: journal.rows[row]!.resourceId,
    sent: frozen.sent,
    expiry: frozen.expiries[place]!,
  }));
  const given = await purchasesOf(provider).purchase(
    resources,
    journal.term,
    tokenOf(journal, number),
  );
  const { idKey, callSizes: sizes } = provider.resources.traits;
  const rowOf = new Map(part.rows.map((row) => [idKey(journal.rows[row]!.resourceId), row]));
  const rowsOf = new Map(
    [...(given.resources ?? [])].map(
      ([order, ids]) => [order, ids.flatMap((id) => rowOf.get(idKey(id)) ?? [])] as const,
    ),
  );
  const failed = new Map(
    given.failed.flatMap(({ resourceId, refusal }) => {
      const row = rowOf.get(idKey(resourceId));
      return row === undefined ? [] : [[row, refusal] as const];
    }),
  );
  const answer = { answer: given.answer, orders: given.orders, failed };
  if (frozen.times > 1) return afterRepeat(number, given, rowsOf, clock());
  const { event, stop } = afterRenewAnswer(part, answer, { sizes, at: clock() });
  return { event: event.kind === 'call answered' ? { ...event, rowsOf } : event, stop };
}

/** A no to the repeat says nothing of the first call: that stays to be looked for. */
function afterRepeat(
  part: number,
  { answer, orders }: RenewAnswer,
  rowsOf: ReadonlyMap<string, readonly number[]>,
  at: number,
): Consequence {
  const accepted = answer.kind === 'done' && orders.length > 0;
  const said = accepted ? ({ kind: 'accepted' } as const) : saidAgain(answer);
  const stops = answer.kind === 'refused' && answer.refusal.remedy === 'suspend';
  return {
    event: {
      kind: 'call answered',
      part,
      at,
      orders,
      said,
      rowsOf,
      failed: new Map(),
      lowered: null,
    },
    stop: stops ? suspension(answer.refusal) : null,
  };
}

function saidAgain(answer: RenewAnswer['answer']) {
  if (answer.kind !== 'refused') return { kind: 'unclear', why: 'repeated' } as const;
  const { refusal } = answer;
  if (mayBeOfCopy(refusal)) return doubtedRefusal(refusal);
  return { kind: 'unclear', why: `repeated: ${refusal.code}` } as const;
}

/** Deterministic, so that a repeat is the same call (Alibaba contract, section 10). */
function tokenOf({ job, chunk }: Journal, part: number): string {
  return `renewsheet-${job}-${chunk}-${part}`;
}

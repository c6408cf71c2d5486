import * as z from 'zod/mini';

/**
 * Brings a journal that an earlier release stored, whose states stood in optional flags, to the
 * form of this one: a deployment does not end the jobs in flight. What is not of that form is left as
 * it is, for the schema to judge.
 */
export function upgradeJournal(stored: unknown): unknown {
  const old = oldJournal.safeParse(stored);
  if (!old.success) return stored;
  const { lease, again, rests = 0, waits = 0, left = null, rows, parts, ...rest } = old.data;
  return {
    ...rest,
    rests,
    waits,
    left,
    work: workOf(lease, again),
    rows: rows.map(upgradeRow),
    parts: parts.map(upgradePart),
  };
}

const refusal = z.looseObject({ next: z.optional(z.enum(['give up', 'later'])) });
type OldRefusal = z.output<typeof refusal>;

const orderState = z.looseObject({
  kind: z.string(),
  refusal: z.optional(refusal),
  charged: z.optional(z.unknown()),
});

const renewState = z.looseObject({
  kind: z.enum(['intended', 'parked', 'answered']),
  at: z.number(),
  attempt: z.optional(z.string()),
  nameOnly: z.optional(z.boolean()),
  why: z.optional(z.string()),
  refusal: z.optional(z.nullable(z.looseObject({ ...refusal.shape, code: z.string() }))),
});

const oldPart = z.looseObject({
  renew: renewState,
  orders: z.array(z.looseObject({ state: orderState })),
});

const oldRow = z.looseObject({ priceAlone: z.boolean(), busySince: z.optional(z.number()) });

const oldJournal = z.looseObject({
  lease: z.nullable(z.object({ owner: z.string(), until: z.number() })),
  again: z.nullable(z.number()),
  rests: z.optional(z.number()),
  waits: z.optional(z.number()),
  left: z.optional(z.unknown()),
  rows: z.array(oldRow),
  parts: z.array(oldPart),
});

function workOf(lease: { owner: string; until: number } | null, again: number | null): unknown {
  if (lease !== null) return { kind: 'leased', ...lease };
  return again === null ? { kind: 'idle' } : { kind: 'backing off', until: again };
}

function upgradeRow({ priceAlone, busySince, ...row }: z.output<typeof oldRow>): unknown {
  const asked = priceAlone ? { kind: 'alone' } : { kind: 'together' };
  const pricing =
    busySince === undefined ? asked : { kind: 'busy', since: busySince, alone: priceAlone };
  return { ...row, pricing };
}

function upgradePart({ renew, orders, ...part }: z.output<typeof oldPart>): unknown {
  return {
    ...part,
    kind: 'reserve',
    attempt: attemptOf(renew, orders.length),
    orders: orders.map((order) => ({ ...order, state: orderStateOf(order.state) })),
  };
}

function attemptOf(renew: z.output<typeof renewState>, orders: number): unknown {
  const { kind, at, why = '' } = renew;
  switch (kind) {
    case 'intended':
      return { kind, at, by: renew.attempt ?? '' };
    case 'parked':
      if (renew.nameOnly === true) return { kind: 'naming', at, why };
      return { kind: why.startsWith(SOUGHT) ? 'seeking' : 'unclear', at, why };
    case 'answered': {
      const said = renew.refusal ?? null;
      // With neither order nor refusal nothing was left to do about it.
      if (said === null) return { kind: orders > 0 ? 'accepted' : 'released', at };
      if (said.code === 'unclear') return { kind: 'settled', at };
      const state =
        said.next === undefined ? 'refused' : said.next === 'later' ? 'busy' : 'refused alone';
      return { kind: state, at, refusal: withoutNext(said) };
    }
  }
}

/** How the earlier release told a part for an order that no call of ours had named. */
const SOUGHT = 'An unpaid order locks the row';

function withoutNext(said: OldRefusal): unknown {
  return Object.fromEntries(Object.entries(said).filter(([name]) => name !== 'next'));
}

function orderStateOf(state: z.output<typeof orderState>): unknown {
  const { kind, refusal: said, charged, ...rest } = state;
  const refused = said === undefined ? null : withoutNext(said);
  switch (kind) {
    case 'made':
      return refused === null ? { kind } : { kind: 'payable again', refusal: refused };
    case 'paying':
      return refused === null
        ? { kind, ...rest }
        : { kind: 'payment refused', ...rest, refusal: refused };
    case 'paid':
      return charged === undefined ? { kind, ...rest } : { kind: 'overcharged', ...rest, charged };
    case 'cancelling':
      return { kind, ...rest, refusal: refused };
    case 'unclear':
      return { kind: 'for review', ...rest, charged: charged ?? null };
    default:
      return charged === undefined ? { kind, ...rest } : { kind, ...rest, charged };
  }
}

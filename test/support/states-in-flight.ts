import * as z from 'zod/mini';
import type { InFlight } from './in-flight.ts';

const refusal = z.optional(
  z.nullable(z.object({ code: z.string(), next: z.optional(z.string()) })),
);
const present = z.optional(z.unknown());

/** As far as states go, and without the engine's own types: these may have moved on since. */
const journal = z.object({
  state: z.string(),
  rows: z.union([z.string(), z.array(z.unknown())]),
  claims: z.number(),
  continuations: z.number(),
  parts: z.array(
    z.object({
      renew: z.object({ kind: z.string(), nameOnly: present, refusal }),
      orders: z.array(
        z.object({
          rows: z.nullable(z.array(z.number())),
          state: z.object({
            kind: z.string(),
            because: z.optional(z.string()),
            refusal,
            charged: present,
          }),
        }),
      ),
    }),
  ),
});

const row = z.object({
  rung: z.number(),
  priceAlone: z.boolean(),
  price: z.nullable(z.unknown()),
  list: z.nullable(z.unknown()),
  busySince: present,
  outcome: z.nullable(z.object({ outcome: z.string() })),
});

const plan = z.object({
  quote: z.object({
    rows: z.array(z.object({ verdict: z.nullable(z.object({ outcome: z.string() })) })),
  }),
});

/** The states of the stored model in which a job in flight is, in words. */
export function statesIn({ items, objects, messages, uploads }: InFlight): string[] {
  const verdicts = Object.values(objects).flatMap((object) => plan.parse(object).quote.rows);
  return [
    ...items.flatMap(statesOfItem),
    ...verdicts.flatMap(({ verdict }) => (verdict === null ? [] : [`row ${verdict.outcome}`])),
    ...messages.map(({ queue }) => `message ${queue}`),
    ...messages.flatMap(({ body }) =>
      (body as { readonly kind?: string }).kind === 'report' ? ['message report'] : [],
    ),
    ...messages.flatMap(({ received }) => (received > 0 ? ['message received before'] : [])),
    ...uploads.map(() => 'upload'),
  ];
}

type Item = InFlight['items'][number];

function statesOfItem(item: Item): string[] {
  const { sk } = item;
  if (sk === 'JOB') return statesOfJob(item);
  if (sk === 'ACCOUNT') return statesOfAccount(item);
  return String(sk).startsWith('CHUNK#') ? statesOfChunk(item) : ['unproved row'];
}

function statesOfJob(item: Item): string[] {
  const { status, ending, noticed, interim, finishedChunks, history } = item;
  return [
    `job ${String(status)}`,
    ...(typeof ending === 'string' ? [`job ending ${ending}`] : []),
    ...(noticed === undefined ? [] : ['job told of']),
    ...(interim === undefined ? [] : ['job with an interim workbook']),
    ...(finishedChunks === undefined ? [] : ['job with finished chunks']),
    ...(history === undefined ? ['job without history'] : []),
  ];
}

function statesOfAccount({ held, waiting, rung }: Item): string[] {
  return [
    ...(held === undefined ? [] : ['account held']),
    ...((waiting as unknown[]).length > 0 ? ['account with jobs in line'] : []),
    ...(rung === 10 ? ['account of ten ids a call'] : []),
  ];
}

function statesOfChunk(item: Item): string[] {
  const { state, rows, parts, claims, continuations } = journal.parse(item);
  const list: unknown = typeof rows === 'string' ? JSON.parse(rows) : rows;
  const noted = ['rests', 'waits', 'again', 'left', 'balance', 'lease'];
  return [
    `chunk ${state}`,
    ...noted.flatMap((name) => ((item[name] ?? null) === null ? [] : [`chunk with ${name}`])),
    ...(claims > 0 ? ['chunk with claims'] : []),
    ...(continuations > 0 ? ['chunk with continuations'] : []),
    ...(typeof rows === 'string' ? [] : ['chunk with rows in a list']),
    ...z.array(row).parse(list).flatMap(statesOfRow),
    ...parts.flatMap(({ renew, orders }) => [
      stateOfPart(renew),
      ...orders.flatMap((order) => [
        stateOfOrder(order.state),
        ...(order.rows === null ? ['order of unproven coverage'] : []),
      ]),
    ]),
  ];
}

function statesOfRow(one: z.output<typeof row>): string[] {
  const { rung, priceAlone, price, list, busySince, outcome } = one;
  return [
    `row with rung ${rung}`,
    ...(priceAlone ? ['row with priceAlone'] : []),
    ...(price === null ? [] : ['row with price']),
    ...(list === null ? [] : ['row with list']),
    ...(busySince === undefined ? [] : ['row with busySince']),
    outcome === null ? 'row without outcome' : `row ${outcome.outcome}`,
  ];
}

type Chunk = z.output<typeof journal>;

function stateOfPart({ kind, nameOnly, refusal }: Chunk['parts'][number]['renew']): string {
  const words = [`part ${kind}`];
  if (nameOnly === true) words.push('nameOnly');
  if (refusal?.code === 'unclear') words.push('unclear');
  else if ((refusal ?? null) !== null) words.push('refused');
  if (refusal?.next !== undefined) words.push(refusal.next);
  return words.join(' ');
}

function stateOfOrder(state: Chunk['parts'][number]['orders'][number]['state']): string {
  const words = [state.because === undefined ? state.kind : `${state.kind}: ${state.because}`];
  if ((state.refusal ?? null) !== null) words.push('refusal');
  if (state.charged !== undefined && state.kind !== 'completed') words.push('charged');
  return `order ${words.join(' ')}`;
}

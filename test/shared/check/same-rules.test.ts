import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkPiece } from '../../../shared/check/check-piece.ts';
import type { ResourceDesk } from '../../../shared/ports/provider.ts';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { decideRows } from '../../../shared/renewal/decide/rows.ts';
import type { PriceLook, RowLook } from '../../../shared/renewal/decide/facts.ts';
import { type Outcome, rowOutcome } from '../../../shared/renewal/outcome.ts';
import type { PriceReading, ProviderResource } from '../../../shared/renewal/readings.ts';
import type { PreFlight } from '../../../shared/renewal/rules/pre-flight.ts';
import {
  asked,
  contextOf,
  decided,
  EXPIRY,
  NOW,
  priced,
  RENEWED,
  shown,
  unpriced,
} from '../../support/facts-sample.ts';
import { journalOf } from '../../support/journal-sample.ts';
import { testAccount } from '../../support/quote-rows.ts';

/** A rule that there is not, as the last one: what it makes of a row that would be ordered. */
let added: ((resourceId: string) => PreFlight | null) | null = null;

vi.mock(import('../../../shared/renewal/rules/pre-flight.ts'), async (original) => {
  const { preFlight } = await original();
  return {
    preFlight: (row, facts, context) => {
      const next = preFlight(row, facts, context);
      return (next.kind === 'order' ? added?.(row.resourceId) : null) ?? next;
    },
  };
});

beforeEach(() => {
  added = null;
});

const journal = journalOf(1, { chunk: 1 });
const { resourceId } = journal.rows[0]!;

/** What the engine settles the row as, or that it orders it, once all of this was read. */
function engine(look: RowLook, price: PriceLook): Outcome | 'order' | undefined {
  const { events, calls } = decided(
    decideRows,
    contextOf(journal, {
      rung: 100,
      remembered: { since: 0, rows: new Map() },
      balanceAsked: true,
      rows: new Map([[0, look]]),
      prices: new Map([[0, price]]),
    }),
  );
  if (calls.some(({ kind }) => kind === 'renew')) return 'order';
  return events.flatMap((event) =>
    event.kind === 'rows settled' ? [event.outcomes.get(0)!.outcome] : [],
  )[0];
}

const done = async <Value>(value: Value) => await Promise.resolve({ kind: 'done', value } as const);

/** A provider that shows and prices one resource, whatever is asked. */
function deskOf(resource: ProviderResource | null, price: PriceReading): ResourceDesk {
  return {
    traits: HUAWEI,
    resources: async () => await done(resource === null ? [] : [{ ...resource, resourceId }]),
    prices: async () => await done([{ ...price, resourceId }]),
    due: async () => await done({ resources: [], total: null, next: null }),
    attached: async () => await done(new Map<string, number>()),
    balance: async () => await done(null),
  };
}

/** What the dry run says of the same row at the same provider. */
async function dryRun(look: RowLook, price: PriceLook): Promise<Outcome | 'order'> {
  const { expiry, approved } = journal.rows[0]!;
  const checked = await checkPiece(
    { term: journal.term, ready: true, rows: [{ position: 0, resourceId, expiry, approved }] },
    {
      desk: deskOf(look.kind === 'shown' ? look.resource : null, price.reading!),
      account: testAccount(),
      orderedBefore: () => undefined,
      now: NOW,
    },
  );
  if (checked.kind !== 'checked') throw new Error(checked.kind);
  return checked.rows[0]!.obstacle?.outcome ?? 'order';
}

describe('the engine and the dry run say the same of a row', () => {
  test.each<[string, RowLook, PriceLook, Outcome | 'order']>([
    ['within its approval', shown(), priced('10'), 'order'],
    ['that is renewed', shown(RENEWED), priced('10'), 'already renewed'],
    ['of another expiry', shown(EXPIRY + 86_400_000), priced('10'), 'invalid'],
    [
      'attached to another',
      shown(EXPIRY, { main: false, parent: 'm' }),
      priced('10'),
      'not renewable',
    ],
    ['dearer than approved', shown(), priced('11', { alone: true }), 'held: price changed'],
    ['that has no price', shown(), unpriced('row'), 'not renewable'],
    ['that is not shown', { ...asked(), kind: 'not shown' }, priced('10'), 'not renewable'],
  ])('%s', async (_, look, price, expected) => {
    expect(engine(look, price)).toBe(expected);
    expect(await dryRun(look, price)).toBe(expected);
  });

  test('also by a rule that is added', async () => {
    const outcome = rowOutcome('not renewable', reason('no-price-given'));
    added = (id) => (id === resourceId ? { kind: 'settled', outcome } : null);

    expect(engine(shown(), priced('10'))).toBe('not renewable');
    expect(await dryRun(shown(), priced('10'))).toBe('not renewable');
  });
});

import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { describe, expect, test } from 'vitest';
import type { SurveyedResource, SurveyRow } from '../../../shared/survey/survey.ts';
import type { ResourceDesk, ResourcePage } from '../../../shared/ports/provider.ts';
import { money } from '../../../shared/values/money.ts';
import { pieceSize, surveyRate } from '../../../shared/survey/pieces/piece-size.ts';
import { purchaseAccount } from '../../support/purchase-run.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { SurveyRun } from '../../support/survey-run.ts';

function resource(id: string): SurveyedResource {
  return {
    resourceId: id,
    name: null,
    serviceCode: null,
    serviceName: null,
    region: null,
    enterpriseProject: null,
    status: 'in use',
    expiry: null,
    mode: 'manual',
    attached: 0,
  };
}

/** Answers the listing from a script, page by page; everything costs ten dollars. */
function scripted(pages: (turn: number, from: string | null) => ResourcePage): {
  readonly desk: ResourceDesk;
  readonly asked: (string | null)[];
} {
  const asked: (string | null)[] = [];
  const desk: ResourceDesk = {
    traits: HUAWEI,
    resources: async () => ({ kind: 'done', value: [] }),
    due: async (_, from) => {
      asked.push(from);
      return { kind: 'done', value: pages(asked.length - 1, from) };
    },
    attached: async () => ({ kind: 'done', value: new Map() }),
    prices: async (ids) => ({
      kind: 'done',
      value: ids.map((resourceId) => ({
        kind: 'priced',
        resourceId,
        list: null,
        price: money('10', 'USD'),
        alone: false,
      })),
    }),
    balance: async () => ({ kind: 'unknown', detail: 'no answer' }),
  };
  return { desk, asked };
}

async function exported(desk: ResourceDesk): Promise<SurveyRun> {
  const run = new SurveyRun({ accounts: [testAccount()], desk: () => desk });
  await run.ask('main');
  await run.settle();
  return run;
}

describe('a list that changes while it is read', () => {
  test('is read again, and what either reading shows counts once', async () => {
    // Between the two pages one resource is gone, so that the second page begins one too late.
    const script: ResourcePage[] = [
      { resources: [resource('a'), resource('b')], total: 5, next: '2' },
      { resources: [resource('e')], total: 4, next: null },
      { resources: [resource('b'), resource('c')], total: 4, next: '2' },
      { resources: [resource('d'), resource('E')], total: 4, next: null },
    ];
    const { desk, asked } = scripted((turn) => script[turn]!);
    const { file } = await exported(desk);

    expect(asked).toEqual([null, '2', null, '2']);
    expect(file.survey.rows.map(({ resourceId }) => resourceId)).toEqual(['E', 'a', 'b', 'c', 'd']);
  });

  test('all the time is read three times, then taken as it is', async () => {
    const { desk, asked } = scripted((turn, from) => ({
      resources: [resource(`r${turn}`)],
      total: 10 + turn,
      next: from === null ? '1' : null,
    }));
    const { file } = await exported(desk);

    expect(asked).toHaveLength(6);
    expect(file.survey.rows).toHaveLength(6);
  });

  test('not is read once', async () => {
    const { desk, asked } = scripted((_, from) => ({
      resources: [resource(from ?? 'first')],
      total: 2,
      next: from === null ? '1' : null,
    }));
    await exported(desk);
    expect(asked).toHaveLength(2);
  });
});

const noPrices: ResourceDesk['prices'] = async (ids) => ({
  kind: 'done',
  value: ids.map((resourceId) => ({ kind: 'not told', resourceId })),
});

async function untold(
  settings: Parameters<typeof purchaseAccount>[0],
  months?: readonly number[],
): Promise<SurveyRow> {
  const one = { ...resource('one.com'), ...(months === undefined ? {} : { months }) };
  const { desk } = scripted(() => ({ resources: [one], total: 1, next: null }));
  const run = new SurveyRun({
    accounts: [purchaseAccount(settings)],
    desk: () => ({ ...desk, prices: noPrices }),
  });
  await run.ask('main');
  await run.settle();
  expect(run.told).toMatchObject([{ kind: 'export ready' }]);
  return run.file.survey.rows[0]!;
}

describe('resources of which the provider tells no price', () => {
  const YEARS = [12, 24] as const;
  test('are offered without one where the account allows them, for a term that they take', async () => {
    expect(await untold({}, YEARS)).toMatchObject({
      price: { kind: 'not told' },
      term: { unit: 'year', count: 1 },
    });
    expect(await untold({}, [1, 12])).toMatchObject({ term: { unit: 'month', count: 1 } });
    expect(await untold({})).toMatchObject({ price: { kind: 'not told' } });
  });

  test('cannot be renewed where it does not, or where there is no way', async () => {
    expect(await untold({ allowUnpriced: false }, YEARS)).toMatchObject({
      price: { kind: 'not renewable', code: '' },
    });
    expect(await untold({}, [])).toMatchObject({
      price: { kind: 'not renewable', code: '' },
    });
  });
});

test('an export without the balance is still worth having', async () => {
  const { desk } = scripted(() => ({ resources: [resource('a')], total: 1, next: null }));
  const run = await exported(desk);
  expect(run.file.survey.balance).toBeNull();
  expect(run.told).toMatchObject([{ kind: 'export ready', missing: null }]);
  expect(run.warnings).toEqual(['the export has no balance']);
});

test.each([
  [1, 1, 20],
  [2, 1, 20],
  [4, 2, 40],
  [10, 5, 100],
  [1000, 500, 100],
])(
  'an account with %i calls a second lets exports make %i, in pieces of %i',
  (callsPerSecond, rate, size) => {
    expect([surveyRate({ callsPerSecond }), pieceSize({ callsPerSecond })]).toEqual([rate, size]);
  },
);

import { describe, expect, test } from 'vitest';
import type { ExportSettings } from '../../shared/settings/export-settings.ts';
import { exported, idsOf, leftOutOf } from '../support/exported.ts';
import { journalOf, journalRow } from '../support/journal-sample.ts';
import { worldResource } from '../support/quote-rows.ts';

describe('each filter', () => {
  const RESOURCES = [
    worldResource(1, { name: 'shop-db-1', service: 'hws.service.type.rds', region: 'ap-east-1' }),
    worldResource(2, { name: 'shop-web', project: { id: 'p1', name: 'Shop' }, status: 4 }),
    worldResource(3, { name: 'mail', expirePolicy: 3, project: { id: 'p2', name: 'Mail' } }),
    worldResource(4, { name: 'traffic pack', service: 'hws.service.type.package' }),
    worldResource(5, { status: 3, name: 'closed one' }),
  ];

  test.each<[string, Partial<ExportSettings>, string[], Record<string, string>]>([
    ['none of its own', {}, ['r1', 'r2', 'r4'], { r3: 'auto-renewing' }],
    ['auto-renewing ones too', { autoRenewing: 'export' }, ['r1', 'r2', 'r3', 'r4'], {}],
    ['status', { statuses: ['frozen', 'closed'] }, ['r2', 'r5'], {}],
    ['one service type', { serviceTypes: ['hws.service.type.rds'] }, ['r1'], {}],
    [
      'two service types',
      { serviceTypes: ['hws.service.type.rds', 'hws.service.type.package'] },
      ['r1', 'r4'],
      {},
    ],
    [
      'without resource packages',
      { withoutServiceTypes: ['hws.service.type.package'] },
      ['r1', 'r2'],
      { r3: 'auto-renewing', r4: 'service type' },
    ],
    ['region', { regions: ['ap-east-1'] }, ['r1'], {}],
    ['part of a name', { names: ['SHOP', 'pack'] }, ['r1', 'r2', 'r4'], {}],
  ])('%s', async (_, more, ids, leftOut) => {
    const survey = await exported(RESOURCES, more);
    expect(idsOf(survey)).toEqual(ids);
    expect(leftOutOf(survey)).toEqual(leftOut);
  });

  test('enterprise project, by id or name; what shows none is not hidden for that', async () => {
    const byName = await exported(RESOURCES, { enterpriseProjects: ['shop'] });
    expect(idsOf(byName)).toEqual(['r1', 'r2', 'r4']);
    const byId = await exported(RESOURCES, { enterpriseProjects: ['p9'] });
    expect(idsOf(byId)).toEqual(['r1', 'r4']);
  });
});

describe('left out and listed', () => {
  test('is what the active and the waiting jobs of the account have in hand', async () => {
    const survey = await exported(
      [worldResource(1), worldResource(2), worldResource(3)],
      {},
      async ({ run }) => {
        for (const [id, resourceId] of [
          ['job-1', 'r1'],
          ['job-2', 'R3'],
        ] as const) {
          await run.accounts.enlist('main', id);
          await run.journals.create(
            journalOf(1, { job: id, rows: [journalRow(0, { resourceId })] }),
          );
        }
        await run.ask('main');
      },
    );
    expect(idsOf(survey)).toEqual(['r2']);
    expect(leftOutOf(survey)).toEqual({ r1: 'in an open job', r3: 'in an open job' });
    expect(survey.leftOut[0]!.detail).toContain('job-1');
  });

  test('is what an unpaid order holds; what cannot be renewed is a row with its reason', async () => {
    const survey = await exported([
      worldResource(1, { locked: 'unpaid' }),
      worldResource(2, { renewable: false }),
      worldResource(3),
    ]);
    expect(leftOutOf(survey)).toEqual({ r1: 'unpaid order' });
    expect(survey.rows).toMatchObject([
      { resourceId: 'r2', price: { kind: 'not renewable', code: 'CBC.30050013' } },
      { resourceId: 'r3', price: { kind: 'priced' } },
    ]);
  });
});

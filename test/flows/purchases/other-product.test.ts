import { expect, test } from 'vitest';
import {
  domainRow,
  instanceRow,
  runPurchases,
  worldDomain,
  worldInstance,
} from '../../support/purchase-run.ts';
import { told } from '../../support/told.ts';

test('a row of another product than the provider shows is invalid before anything is sent for it', async () => {
  const { wrong, app, ledger } = await runPurchases({
    name: 'products that are said and shown',
    rows: [
      instanceRow(0, 'i-1', { product: 'RDS' }),
      instanceRow(1, 'i-2', { product: '云服务器ECS' }),
      instanceRow(2, 'i-3', { product: '域名' }),
      instanceRow(3, 'i-4'),
      domainRow(4, 'one.com', { product: 'Elastic Compute Service' }),
      domainRow(5, 'two.com', { product: 'Domain' }),
    ],
    world: {
      instances: ['i-1', 'i-2', 'i-3', 'i-4'].map((id) => worldInstance(id, 'ecs')),
      domains: [worldDomain('one.com'), worldDomain('two.com')],
    },
  });
  const said = app.report.rows.map(({ outcome }) => outcome.outcome);

  expect(wrong).toEqual([]);
  expect(said).toEqual(['invalid', 'renewed', 'invalid', 'renewed', 'invalid', 'renewed']);
  expect(ledger).toHaveLength(3);
  expect(told(app.report.rows[0]!.outcome).reason).toBe(
    'The row says RDS, and the provider shows i-1 as Elastic Compute Service.',
  );
});

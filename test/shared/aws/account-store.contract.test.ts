import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAccount } from '../../../shared/jobs/account-line.ts';
import { KINDS, NOW, type Stores } from './store-contract.ts';

describe.each(KINDS)('accounts %s', (_, open) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(async () => {
    await stores.close();
  });

  test('of which nothing is known have no job', async () => {
    expect(await stores.accounts.read('new')).toEqual(newAccount('new'));
  });

  test('take jobs in line and give them up, repeatably', async () => {
    const { accounts } = stores;
    await accounts.enlist('line', 'a');
    await accounts.enlist('line', 'b');
    const both = await accounts.enlist('line', 'b');
    const next = await accounts.release('line', 'a');

    expect(both).toMatchObject({ active: 'a', waiting: ['b'] });
    expect(next).toMatchObject({ active: 'b', waiting: [] });
    expect(await accounts.release('line', 'a')).toEqual(next);
    expect(await accounts.read('line')).toEqual(next);
  });

  test('lose no job of many that come at the same moment, and make one of them active', async () => {
    const jobs = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(jobs.map(async (job) => await stores.accounts.enlist('busy', job)));
    const { active, waiting } = await stores.accounts.read('busy');

    expect(new Set([active, ...waiting])).toEqual(new Set(jobs));
    expect(waiting).toHaveLength(jobs.length - 1);
  });

  test('keep what was learnt of them while jobs come and go', async () => {
    await stores.accounts.enlist('learnt', 'a');
    await stores.accounts.learnRung('learnt', 10);
    await stores.accounts.release('learnt', 'a');

    expect(await stores.accounts.read('learnt')).toMatchObject({ rung: 10, active: null });
  });

  test('do not mix', async () => {
    await stores.accounts.enlist('one', 'a');

    expect(await stores.accounts.read('other')).toEqual(newAccount('other'));
  });

  test('remember what an earlier release left unproved, for other jobs and until a person has looked', async () => {
    const row = { resourceId: 'R1', expiryDay: '2026-12-20', job: 'a', at: NOW - 365 * 86_400_000 };
    const another = { ...row, expiryDay: '2026-12-21' };
    await stores.leave('rows', [row, another]);

    expect(await stores.accounts.unproved('rows', 'b')).toMatchObject([row, another]);
    expect(await stores.accounts.unproved('rows', 'a')).toEqual([]);
    expect(await stores.accounts.unproved('elsewhere', 'b')).toEqual([]);

    await stores.accounts.forgetUnproved('rows', row);
    await stores.accounts.forgetUnproved('rows', { ...row, job: 'nobody' });
    expect(await stores.accounts.unproved('rows', 'b')).toMatchObject([another]);
  });
});

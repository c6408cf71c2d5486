import { describe, expect, it } from 'vitest';

import { domain, EXPIRY, fixture, type Fixture } from '../sandbox-fixture.ts';
import type { Reply } from '../../frame/reply.ts';
import type { Parameters } from '../signed-client.ts';

const BEFORE = '2026-12-01T15:59:59Z';
const LATER = '2027-12-01T15:59:59Z';
const DONE = 1500;

const ONE = { DomainName: 'one.com', CurrentExpirationDate: EXPIRY, SubscriptionDuration: 1 };
const PAGE = { PageNum: 1, PageSize: 100 };

type Listed = Record<string, unknown>[];

async function submitted({ call }: Fixture, asked: Parameters = ONE): Promise<string> {
  return (await call('domainRenew', asked)).json['TaskNo'] as string;
}

function detailsOf({ json }: Reply): Listed {
  return (json['Data'] as { TaskDetail: Listed }).TaskDetail;
}

async function detailOf({ call }: Fixture, task: string): Promise<Record<string, unknown>> {
  return detailsOf(await call('domainTaskDetails', { TaskNo: task, ...PAGE }))[0] ?? {};
}

/** A batch of domains with the same date and no term. */
function batch(names: readonly string[]): Parameters {
  return Object.fromEntries(
    names.flatMap((name, index) => [
      [`OrderRenewParam.${index + 1}.DomainName`, name],
      [`OrderRenewParam.${index + 1}.CurrentExpirationDate`, EXPIRY],
    ]),
  );
}

describe('a renewal task', () => {
  it('waits, runs, and has then renewed and charged its domain', async () => {
    const one = await fixture();
    const { call, pass, sandbox, expiry } = one;
    const task = await submitted(one);
    expect(task).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u);
    const first = { TaskStatus: 'WAITING_EXECUTE', TaskStatusCode: 0, TaskType: 'ORDER_RENEW' };
    expect(await detailOf(one, task)).toMatchObject(first);
    pass(500);
    expect(await detailOf(one, task)).toMatchObject({ TaskStatus: 'EXECUTING', TaskStatusCode: 1 });
    pass(999);
    expect([expiry('one.com'), sandbox.ledger()]).toEqual([BEFORE, []]);
    pass(1);
    expect(await detailOf(one, task)).toMatchObject({
      TaskStatus: 'EXECUTE_SUCCESS',
      TaskStatusCode: 2,
      ErrorMsg: 'The operation is successful.',
      CreateTime: '2026-11-15 20:00:00',
      UpdateTime: '2026-11-15 20:00:01',
    });
    expect(expiry('one.com')).toBe(LATER);
    expect(sandbox.ledger()).toMatchObject([
      { amount: '12.00', at: '2026-11-15T12:00:01Z', resources: [{ resourceId: 'one.com' }] },
    ]);
    const info = await call('domainInfo', { DomainName: 'one.com' });
    expect(info.json['ExpirationDateLong']).toBe(Date.parse(LATER));
  });

  it('of several domains runs them one after the other, each with its own outcome', async () => {
    const one = await fixture();
    const { call, pass, sandbox, expiry } = one;
    const reply = await call('domainRenewBatch', batch(['one.com', 'two.com', 'gold.com']));
    const task = reply.json['TaskNo'] as string;
    const statuses = async (): Promise<unknown[]> => {
      const listed = detailsOf(await call('domainTaskDetails', { TaskNo: task, ...PAGE }));
      return listed.map(({ TaskStatusCode }) => TaskStatusCode);
    };
    pass(1500);
    expect(await statuses()).toEqual([2, 1, 0]);
    pass(2000);
    expect(await statuses()).toEqual([2, 2, 3]);
    expect([expiry('two.com'), expiry('gold.com')]).toEqual([LATER, BEFORE]);
    expect(sandbox.ledger()).toHaveLength(2);
  });

  it.each([
    [{ SubscriptionDuration: 0 }, 'ParameterIllegal'],
    [{ SubscriptionDuration: 11 }, 'ParameterIllegal'],
    [{ CurrentExpirationDate: '2026-12-01' }, 'ParameterIllegal'],
    [{ DomainName: 'none.com' }, 'DomainNotExist'],
    [{ DomainName: 'bad.com' }, 'DomainSuffixUnsupported'],
  ])('is not submitted with %j', async (more, code) => {
    const errors = { renew: 'DomainSuffixUnsupported' };
    const { call, sandbox } = await fixture({
      domains: [domain('one.com'), domain('bad.com', { errors })],
    });
    expect(await call('domainRenew', { ...ONE, ...more })).toMatchObject({
      status: 400,
      json: { Code: code },
    });
    expect(sandbox.account().tasks).toEqual([]);
  });

  it('needs all of its parameters, in the batch at least one domain', async () => {
    const { call } = await fixture({ behaviour: { maxBatch: 2 } });
    expect((await call('domainRenew', { DomainName: 'one.com' })).json['Code']).toBe(
      'MissingCurrentExpirationDate',
    );
    expect((await call('domainRenewBatch')).json['Code']).toBe('MissingOrderRenewParam');
    const tooMany = batch(['one.com', 'two.com', 'gold.com']);
    expect((await call('domainRenewBatch', tooMany)).json['Code']).toBe('ParameterIllegal');
    expect((await call('domainRenewBatch', batch(['one.com', 'one.com']))).json['Code']).toBe(
      'ParameterIllegal',
    );
  });

  it.each([
    ['refused by single', 'TaskIsBeingProcessed', undefined],
    ['refused', 'TaskIsBeingProcessed', 'TaskIsBeingProcessed'],
    ['accepted', undefined, undefined],
  ])('beside one that runs is %s', async (runningTask, single, whole) => {
    const one = await fixture({ behaviour: { runningTask } });
    await submitted(one);
    expect((await one.call('domainRenew', ONE)).json['Code']).toBe(single);
    expect((await one.call('domainRenewBatch', batch(['one.com']))).json['Code']).toBe(whole);
    one.pass(DONE);
    expect((await one.call('domainRenew', ONE)).json['Code']).toBe(undefined);
  });

  it('that is accepted twice renews once, as its date is stale the second time', async () => {
    const one = await fixture({ behaviour: { runningTask: 'accepted' } });
    await submitted(one);
    const second = await submitted(one);
    one.pass(2 * DONE);
    expect(await detailOf(one, second)).toMatchObject({ TaskStatus: 'EXECUTE_FAILURE' });
    expect([one.expiry('one.com'), one.sandbox.ledger().length]).toEqual([LATER, 1]);
  });
});

describe('a date that is not the current one', () => {
  const stale = { ...ONE, CurrentExpirationDate: EXPIRY - 86_400_000 };

  it('fails the task', async () => {
    const one = await fixture();
    const task = await submitted(one, stale);
    one.pass(DONE);
    expect(await detailOf(one, task)).toMatchObject({
      TaskStatusCode: 3,
      ErrorMsg: 'The current expiration date does not match.',
    });
    expect([one.expiry('one.com'), one.sandbox.orders()]).toEqual([BEFORE, []]);
  });

  it('is refused at submit where the world says so, in its code', async () => {
    const behaviour = { staleDate: 'refused at submit', staleDateCode: 'DateIllegal' };
    const { call, sandbox } = await fixture({ behaviour });
    expect((await call('domainRenew', stale)).json['Code']).toBe('DateIllegal');
    expect(sandbox.account().tasks).toEqual([]);
  });

  it('is accepted where the world says so, and then renews twice', async () => {
    const one = await fixture({ behaviour: { staleDate: 'accepted' } });
    await submitted(one, stale);
    one.pass(DONE);
    await submitted(one, stale);
    one.pass(DONE);
    expect([one.expiry('one.com'), one.sandbox.ledger().length]).toEqual([
      '2028-12-01T15:59:59Z',
      2,
    ]);
  });

  it.each([
    ['exact', 3],
    ['same day', 2],
  ])('by an hour is stale or not as dates match: %s', async (dateMatch, code) => {
    const one = await fixture({ behaviour: { dateMatch } });
    const task = await submitted(one, { ...ONE, CurrentExpirationDate: EXPIRY - 3_600_000 });
    one.pass(DONE);
    expect((await detailOf(one, task))['TaskStatusCode']).toBe(code);
  });
});

describe('a premium name', () => {
  const gold = { ...ONE, DomainName: 'gold.com' };

  it.each([
    ['task fails', undefined, false],
    ['at submit', 'ParameterIllegal', false],
  ])('is refused without permission: %s', async (premiumRefused, code, renewed) => {
    const one = await fixture({ behaviour: { premiumRefused } });
    expect((await one.call('domainRenew', gold)).json['Code']).toBe(code);
    one.pass(DONE);
    expect(one.expiry('gold.com') === LATER).toBe(renewed);
  });

  it('is renewed with it', async () => {
    const one = await fixture();
    await submitted(one, { ...gold, PermitPremiumRenew: true });
    one.pass(DONE);
    expect(one.expiry('gold.com')).toBe(LATER);
  });
});

describe('money that does not suffice for a domain', () => {
  it.each([
    ['task fails', undefined, ['Cancelled'], 'failure'],
    ['task fails and leaves an order', undefined, ['Unpaid'], 'failure'],
    ['refused at submit', 'InsufficientBalance', [], undefined],
  ])('%s', async (domainNoMoney, code, orders, status) => {
    const one = await fixture({ balance: '11.99', behaviour: { domainNoMoney } });
    expect((await one.call('domainRenew', ONE)).json['Code']).toBe(code);
    one.pass(DONE);
    expect(one.sandbox.account().tasks[0]?.status).toBe(status);
    expect(one.sandbox.orders().map((order) => order.status)).toEqual(orders);
    expect([one.expiry('one.com'), one.sandbox.ledger()]).toEqual([BEFORE, []]);
  });

  it('does not matter where a task succeeds and leaves its order unpaid', async () => {
    const one = await fixture({ balance: '0', behaviour: { domainPayment: 'left unpaid' } });
    const task = await submitted(one);
    one.pass(DONE);
    expect(await detailOf(one, task)).toMatchObject({ TaskStatus: 'EXECUTE_SUCCESS' });
    expect(one.sandbox.orders()).toMatchObject([{ status: 'Unpaid', resources: ['one.com'] }]);
    expect(one.expiry('one.com')).toBe(BEFORE);
  });
});

describe('the details of a task', () => {
  it.each([
    ['list', { TaskDetail: [{ DomainName: 'one.com' }] }],
    ['single object', { TaskDetail: { DomainName: 'one.com' } }],
    ['bare list', [{ DomainName: 'one.com' }]],
  ])('come as %s', async (taskDetailShape, data) => {
    const one = await fixture({ behaviour: { taskDetailShape } });
    const task = await submitted(one);
    const reply = await one.call('domainTaskDetails', { TaskNo: task, ...PAGE });
    expect(reply.json).toMatchObject({ TotalItemNum: 1, CurrentPageNum: 1, Data: data });
  });

  it('come in the older casing, all of it', async () => {
    const one = await fixture({ behaviour: { domainCasing: 'camel' } });
    const { json } = await one.call('domainRenew', ONE);
    const task = json['taskNo'] as string;
    const reply = await one.call('domainTaskDetails', { TaskNo: task, ...PAGE });
    expect(reply.json).toMatchObject({
      totalItemNum: 1,
      data: { taskDetail: [{ taskNo: task, taskStatusCode: 0 }] },
    });
    expect((await one.call('domainTasks', PAGE)).json['data']).toMatchObject({
      taskInfo: [{ taskNo: task }],
    });
    expect((await one.call('domainInfo', { DomainName: 'none.com' })).json['Code']).toBe(
      'DomainNotExist',
    );
  });

  it.each([
    [{ DomainName: 'two.com' }, ['two.com']],
    [{ InstanceId: 'Sone.com' }, ['one.com']],
    [{ TaskStatus: 2 }, ['one.com']],
    [{ TaskStatus: 1 }, ['two.com']],
    [{ PageNum: 2, PageSize: 1 }, ['two.com']],
    [{ TaskNo: 'none' }, []],
  ])('are filtered by %j', async (more, names) => {
    const one = await fixture();
    const { json } = await one.call('domainRenewBatch', batch(['one.com', 'two.com']));
    one.pass(1500);
    const asked = { TaskNo: json['TaskNo'] as string, ...PAGE, ...more };
    const listed = detailsOf(await one.call('domainTaskDetails', asked));
    expect(listed.map(({ DomainName }) => DomainName)).toEqual(names);
  });

  it('have pages of at most 1000', async () => {
    const { call } = await fixture();
    const asked = { TaskNo: 'x', PageNum: 1, PageSize: 1001 };
    expect((await call('domainTaskDetails', asked)).json['Code']).toBe('ParameterIllegal');
    expect((await call('domainTaskDetails', PAGE)).json['Code']).toBe('MissingTaskNo');
  });

  it.each([
    ['absent', undefined],
    ['order id', '226111512000001'],
    ['order number', 226_111_512_000_001],
    ['12345', '12345'],
  ])('have a TaskResult that is %s', async (taskResult, told) => {
    const one = await fixture({ behaviour: { taskResult } });
    const task = await submitted(one);
    one.pass(DONE);
    expect((await detailOf(one, task))['TaskResult']).toBe(told);
  });

  it.each([
    ['in ErrorMsg', 'Registry says no', undefined],
    ['in FailReason', undefined, 'Registry says no'],
    ['in both', 'Registry says no', 'Registry says no'],
  ])('have the reason of a failure %s', async (failReason, message, reason) => {
    const one = await fixture({
      domains: [domain('one.com', { errors: { task: 'Registry says no' } })],
      behaviour: { failReason },
    });
    const task = await submitted(one);
    one.pass(DONE);
    const detail = await detailOf(one, task);
    expect([detail['ErrorMsg'], detail['FailReason']]).toEqual([message, reason]);
  });

  it('lag, and go to the history after their time', async () => {
    const lag = { domainTaskDetails: { ms: 10_000 }, domainTasks: { ms: 20_000 } };
    const one = await fixture({ behaviour: { lag, taskRetentionMs: 60_000 } });
    const task = await submitted(one);
    const seen = async (): Promise<unknown[]> => {
      const details = detailsOf(await one.call('domainTaskDetails', { TaskNo: task, ...PAGE }));
      const { json } = await one.call('domainTasks', PAGE);
      return [details[0]?.['TaskStatusCode'], json['TotalItemNum']];
    };
    expect(await seen()).toEqual([undefined, 0]);
    one.pass(10_000);
    expect(await seen()).toEqual([0, 0]);
    one.pass(10_000);
    expect(await seen()).toEqual([2, 1]);
    one.pass(70_000);
    expect(await seen()).toEqual([undefined, 0]);
  });
});

describe('the list of tasks', () => {
  it('goes by whole days in UTC+8, newest first, with numbers and dates of its own', async () => {
    const one = await fixture();
    const first = await submitted(one);
    one.pass(4 * 3_600_000);
    const second = await submitted(one, { ...ONE, DomainName: 'two.com' });
    const evening = Date.parse('2026-11-15T15:59:59Z');
    const of = async (more: Parameters): Promise<unknown[]> => {
      const { json } = await one.call('domainTasks', { ...PAGE, ...more });
      return (json['Data'] as { TaskInfo: Listed }).TaskInfo.map(({ TaskNo }) => TaskNo);
    };
    expect(await of({})).toEqual([second, first]);
    expect(await of({ BeginCreateTime: evening, EndCreateTime: evening })).toEqual([first]);
    expect(await of({ BeginCreateTime: evening + 1000 })).toEqual([second]);
    const morning = Date.parse('2026-11-14T16:00:00Z');
    expect(await of({ BeginCreateTime: morning, EndCreateTime: morning })).toEqual([first]);
    expect(await of({ EndCreateTime: morning - 1000 })).toEqual([]);
    const { json } = await one.call('domainTasks', PAGE);
    expect((json['Data'] as { TaskInfo: Listed }).TaskInfo).toMatchObject([
      { TaskStatus: 'WAITING_EXECUTE', TaskStatusCode: 1, CreateTime: 'Nov 16,2026 00:00:00' },
      { TaskStatus: 'COMPLETE', TaskStatusCode: 3, TaskNum: 1, TaskType: 'ORDER_RENEW' },
    ]);
    one.pass(600);
    const running = await one.call('domainTasks', PAGE);
    expect(running.text).toContain('"TaskStatus":"EXECUTING","TaskStatusCode":2');
  });
});

describe('the domains', () => {
  it.each([
    ['2019-04-09 17:07:03', '2026-12-01 23:59:59'],
    ['Nov 02,2019 04:00:45', 'Dec 01,2026 23:59:59'],
  ])('tell their dates like %s, in UTC+8', async (domainDateText, text) => {
    const { call } = await fixture({ behaviour: { domainDateText } });
    const { json } = await call('domainInfo', { DomainName: 'One.COM' });
    expect(json).toMatchObject({
      DomainName: 'one.com',
      ExpirationDate: text,
      ExpirationDateLong: EXPIRY,
      ExpirationDateStatus: '1',
      ExpirationCurrDateDiff: 16,
      DomainStatus: '1',
      Premium: false,
    });
  });

  it.each([
    [{}, ['late.com', 'soon.com', 'old.com']],
    [{ OrderKeyType: 'ExpirationDate', OrderByType: 'ASC' }, ['old.com', 'soon.com', 'late.com']],
    [{ OrderKeyType: 'ExpirationDate' }, ['late.com', 'soon.com', 'old.com']],
    [{ QueryType: '1' }, ['soon.com']],
    [{ QueryType: '2' }, ['old.com']],
    [{ DomainName: 'soon' }, ['soon.com']],
    [{ EndExpirationDate: Date.parse('2026-12-01T00:00:00Z') }, ['soon.com', 'old.com']],
    [{ StartExpirationDate: Date.parse('2026-12-01T16:00:00Z') }, ['late.com']],
    [{ PageNum: 2, PageSize: 2 }, ['old.com']],
  ])('are listed by %j', async (asked, names) => {
    const { call } = await fixture({
      domains: [
        domain('old.com', { expires: '31 days ago', registered: '800 days ago' }),
        domain('soon.com', { registered: '700 days ago' }),
        domain('late.com', { expires: 'in 400 days', registered: '10 days ago' }),
      ],
    });
    const { json } = await call('domainList', { ...PAGE, ...asked });
    expect((json['Data'] as { Domain: Listed }).Domain.map(({ DomainName }) => DomainName)).toEqual(
      names,
    );
  });

  it('are refused or cut beyond the largest page', async () => {
    const { call, sandbox } = await fixture();
    const asked = { PageNum: 1, PageSize: 201 };
    expect((await call('domainList', asked)).json['Code']).toBe('ParameterIllegal');
    sandbox.act.setBehaviour({ pageTooLarge: 'cut' });
    expect((await call('domainList', asked)).json['PageSize']).toBe(200);
    expect((await call('domainList')).json['Code']).toBe('MissingPageNum');
    expect((await call('domainInfo', { DomainName: 'none.com' })).json['Code']).toBe(
      'DomainNotExist',
    );
  });

  it('need redemption when their time is over, and are not renewed any more', async () => {
    const one = await fixture({ domains: [domain('one.com', { expires: '31 days ago' })] });
    const { json } = await one.call('domainInfo', { DomainName: 'one.com' });
    expect(json).toMatchObject({ ExpirationDateStatus: '2', DomainStatus: '2' });
    const expired = json['ExpirationDateLong'] as number;
    const task = await submitted(one, { ...ONE, CurrentExpirationDate: expired });
    one.pass(DONE);
    expect((await detailOf(one, task))['TaskStatusCode']).toBe(3);
  });

  it.each([
    ['none', undefined, undefined],
    ['price', 24, undefined],
    ['static price', undefined, { PriceInfo: [{ action: 'renew', money: 24, period: 2 }] }],
  ])('are priced by CheckDomain with %s', async (checkedPrice, price, info) => {
    const { call } = await fixture({ behaviour: { checkedPrice } });
    const { json } = await call('domainCheck', {
      DomainName: 'one.com',
      FeeCommand: 'renew',
      FeePeriod: 2,
    });
    expect([json['Avail'], json['Price'], json['StaticPriceInfo']]).toEqual(['0', price, info]);
  });

  it('can be checked ten times in a second', async () => {
    const { call } = await fixture();
    for (let n = 0; n < 10; n += 1) await call('domainCheck', { DomainName: 'free.com' });
    expect((await call('domainCheck', { DomainName: 'free.com' })).json['Code']).toBe(
      'Throttling.User',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { json, type Reply } from '../../scripted-fetch.ts';
import { byAction, opened, said } from '../opened.ts';

const TASK = '75addb07-28a3-450e-b5ec';

const detail = (more: Readonly<Record<string, unknown>> = {}) => ({
  TaskNo: TASK,
  TaskDetailNo: 'd1',
  DomainName: 'example.com',
  TaskType: 'ORDER_RENEW',
  TaskStatus: 'EXECUTE_SUCCESS',
  TaskStatusCode: 2,
  ErrorMsg: 'The operation is successful.',
  CreateTime: '2026-08-01 08:00:00',
  ...more,
});

/** All three shapes of a list (Alibaba contract, section 1.2). */
const details = (...items: readonly unknown[]): Reply =>
  json({ RequestId: 'R', TotalItemNum: items.length, Data: { TaskDetail: items } });

const stateOf = async (some: readonly unknown[]) =>
  await opened(details(...some)).provider.renewals.order(TASK);

describe('a task read as an order', () => {
  it.each([
    ['WAITING_EXECUTE', 'processing'],
    ['EXECUTING', 'processing'],
    ['EXECUTE_SUCCESS', 'completed'],
    ['EXECUTE_FAILURE', 'cancelled'],
    ['execute_success', 'completed'],
    ['WHATEVER', 'other'],
  ])('that is %s is %s, its charge unknown', async (status, state) => {
    const { provider, sent } = opened(details(detail({ TaskStatus: status, TaskStatusCode: 9 })));

    expect(await provider.renewals.order(TASK)).toMatchObject({
      kind: 'done',
      value: {
        id: TASK,
        state,
        charged: null,
        amount: { amount: '0', currency: 'USD' },
        createdAt: Date.UTC(2026, 7, 1),
        automatic: false,
      },
    });
    expect(said(sent[0]!)).toMatchObject({
      action: 'QueryTaskDetailList',
      TaskNo: TASK,
      PageNum: '1',
    });
  });

  it.each([
    [0, 'processing'],
    [1, 'processing'],
    [2, 'completed'],
    [3, 'cancelled'],
    [4, 'other'],
  ])('with no word but code %s is %s', async (code, state) => {
    const { provider } = opened(details(detail({ TaskStatus: undefined, TaskStatusCode: code })));

    expect(await provider.renewals.order(TASK)).toMatchObject({ value: { state } });
  });

  it.each<[string, unknown]>([
    ['a list', { TaskDetail: [detail()] }],
    ['a single object', { TaskDetail: detail() }],
    ['a bare list', [detail()]],
  ])('is found in %s', async (_, data) => {
    const { provider } = opened(json({ TotalItemNum: 1, Data: data }));

    expect(await provider.renewals.order(TASK)).toMatchObject({ value: { state: 'completed' } });
  });

  it('is found in small letters', async () => {
    const { provider } = opened(
      json({ totalItemNum: 1, data: [{ taskStatus: 'EXECUTING', domainName: 'example.com' }] }),
    );

    expect(await provider.renewals.order(TASK)).toMatchObject({ value: { state: 'processing' } });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['text', { ErrorMsg: 'The domain is locked.' }, 'task-failed', 'row'],
    ['a reason', { FailReason: 'LOCKED', ErrorMsg: '' }, 'task-failed', 'row'],
    ['nothing', { ErrorMsg: null }, 'task-failed-without-a-reason', 'row'],
    ['balance', { ErrorMsg: 'Insufficient balance' }, 'task-not-paid', 'suspend'],
    ['payment', { FailReason: 'x', ErrorMsg: 'the Payment failed' }, 'task-not-paid', 'suspend'],
    ['money in Chinese', { ErrorMsg: '余额不足' }, 'task-not-paid', 'suspend'],
  ])('that failed with %s says why', async (_, more, id, remedy) => {
    const failed = detail({ TaskStatus: 'EXECUTE_FAILURE', TaskStatusCode: 3, ...more });
    const { provider } = opened(details(failed));

    expect(await provider.renewals.order(TASK)).toMatchObject({
      value: { state: 'cancelled', failure: { code: 'EXECUTE_FAILURE', remedy, reason: { id } } },
    });
  });

  it('of several domains is in process while one of them is, and nothing clear where they differ', async () => {
    const three = ['EXECUTE_SUCCESS', 'EXECUTE_FAILURE', 'EXECUTING'].map((TaskStatus, index) =>
      detail({ TaskStatus, TaskDetailNo: `d${index}`, DomainName: `${index}.com` }),
    );
    expect(await stateOf(three)).toMatchObject({ value: { state: 'processing' } });
    expect(await stateOf(three.slice(0, 2))).toMatchObject({ value: { state: 'other' } });
  });

  it('by the name of one of its domains is that domain only', async () => {
    const both = details(
      detail({ DomainName: 'a.com', TaskStatus: 'EXECUTE_FAILURE', TaskDetailNo: 'd1' }),
      detail({ DomainName: 'Example.COM', TaskDetailNo: 'd2' }),
    );
    const { provider, sent } = opened(both);

    expect(await provider.renewals.order(`${TASK}/example.com`)).toMatchObject({
      value: { id: `${TASK}/example.com`, state: 'completed' },
    });
    expect(said(sent[0]!)).toMatchObject({ TaskNo: TASK, DomainName: 'example.com' });
  });

  it('of digits is asked for as a task by its mark', async () => {
    const { provider, sent } = opened(details(detail()));

    expect(await provider.renewals.order('task:777')).toMatchObject({ value: { id: 'task:777' } });
    expect(said(sent[0]!)).toMatchObject({ action: 'QueryTaskDetailList', TaskNo: '777' });
  });

  it.each<[string, Reply]>([
    ['nothing is shown', details()],
    ['only another kind of task is', details(detail({ TaskType: 'CHG_DNS' }))],
  ])('is not shown where %s', async (_, reply) => {
    const { provider } = opened(reply);

    expect(await provider.renewals.order(TASK)).toEqual({ kind: 'done', value: null });
  });

  it('names its domains', async () => {
    const { provider } = opened(details(detail()));

    expect(await provider.renewals.resourcesOfOrder(TASK)).toMatchObject({
      value: [{ resourceId: 'example.com', main: true, expiry: null }],
    });
  });

  it('cannot be taken back, and nothing is called for it', async () => {
    const { provider, sent } = opened(details());

    for (const id of [TASK, 'task:777', `${TASK}/a.com`, 'request:R/s-1']) {
      expect(await provider.renewals.cancel(id)).toMatchObject({
        kind: 'refused',
        refusal: { reason: { id: 'task-not-cancellable' } },
      });
    }
    expect(sent).toEqual([]);
  });
});

describe('what only its request is known of', () => {
  it('reads completed with its charge unknown, without a call', async () => {
    const { provider, sent } = opened(details());

    expect(await provider.renewals.order('request:R-1/s-1')).toMatchObject({
      value: { id: 'request:R-1/s-1', state: 'completed', charged: null },
    });
    expect(await provider.renewals.resourcesOfOrder('request:R-1/s-1')).toMatchObject({
      kind: 'done',
      value: [{ resourceId: 's-1' }],
    });
    expect(sent).toEqual([]);
  });
});

const info = (more: Readonly<Record<string, unknown>> = {}) => ({
  TaskNo: TASK,
  TaskType: 'ORDER_RENEW',
  TaskNum: 1,
  TaskStatus: 'COMPLETE',
  TaskStatusCode: 3,
  CreateTime: 'Aug 01,2026 08:00:40',
  ...more,
});

const open = (TaskStatus: string | null, TaskStatusCode: number) => ({
  TaskStatus,
  TaskStatusCode,
});

describe('a lost task', () => {
  const NONE = json({ Code: 'Success', Success: true, Data: { TotalCount: 0, OrderList: {} } });
  const FROM = Date.UTC(2026, 7, 1, 0, 0, 30, 400);
  const TO = FROM + 60_000;
  const found = async (tasks: readonly unknown[], reply: Reply = details(detail())) => {
    const adapter = opened(
      byAction({
        QueryOrders: NONE,
        QueryTaskList: json({ TotalItemNum: tasks.length, Data: { TaskInfo: tasks } }),
        QueryTaskDetailList: reply,
      }),
    );
    return { ...adapter, answer: await adapter.provider.renewals.renewalOrders(FROM, TO) };
  };

  it('is found among the orders of its days, though the list is cut by days only', async () => {
    const { answer, sent } = await found([info()]);

    expect(answer).toMatchObject({ kind: 'done', value: [{ id: TASK, state: 'completed' }] });
    const listed = sent.map(said).find(({ action }) => action === 'QueryTaskList')!;
    expect(Number(listed['BeginCreateTime'])).toBeLessThanOrEqual(FROM - 86_400_000);
    expect(Number(listed['EndCreateTime'])).toBeGreaterThanOrEqual(TO + 86_400_000);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['a second before', { CreateTime: '2026-08-01 08:00:29' }, 0],
    ['in the first second', { CreateTime: '2026-08-01 08:00:30' }, 1],
    ['after the end', { CreateTime: 'Aug 01,2026 08:01:31' }, 0],
    ['hours before, and is over', { CreateTime: '2026-08-01 02:00:00' }, 0],
    [
      'hours before, and goes on',
      { CreateTime: '2026-08-01 02:00:00', ...open('EXECUTING', 2) },
      1,
    ],
    ['hours before, and waits', { CreateTime: '2026-08-01 02:00:00', ...open(null, 1) }, 1],
    [
      'hours before, and is over by its code',
      { CreateTime: '2026-08-01 02:00:00', ...open(null, 3) },
      0,
    ],
    ['of another kind', { TaskType: 'CHG_DNS', ...open('EXECUTING', 2) }, 0],
    ['without a readable time', { CreateTime: 'yesterday' }, 1],
    ['in capitals or not', { TaskType: 'order_renew' }, 1],
  ])('made %s is among them or not: %#', async (_, more, count) => {
    const { answer } = await found([info(more)]);

    expect(answer).toMatchObject({ kind: 'done' });
    expect(answer.kind === 'done' && answer.value).toHaveLength(count);
  });

  it('of several domains is one order for each of them', async () => {
    const { answer } = await found(
      [info({ TaskNum: 2 })],
      details(
        detail({ DomainName: 'A.com', TaskDetailNo: 'd1' }),
        detail({ DomainName: 'b.com', TaskDetailNo: 'd2', TaskStatus: 'EXECUTE_FAILURE' }),
      ),
    );

    expect(answer).toMatchObject({
      value: [
        { id: `${TASK}/a.com`, state: 'completed' },
        { id: `${TASK}/b.com`, state: 'cancelled' },
      ],
    });
  });

  it('of which no detail is shown yet is in process', async () => {
    const { answer } = await found([info({ TaskNum: 3 })], details());

    expect(answer).toMatchObject({
      value: [{ id: TASK, state: 'processing', createdAt: Date.UTC(2026, 7, 1, 0, 0, 40) }],
    });
  });

  it('without its number leaves the whole list unknown', async () => {
    const { answer } = await found([info({ TaskNo: null })]);

    expect(answer).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['that is over', 'EXECUTE_SUCCESS', 1],
    ['that goes on', 'EXECUTING', 2],
  ])('%s is asked for its details again or not', async (_, TaskStatus, calls) => {
    const { provider, sent } = await found([info()], details(detail({ TaskStatus })));
    const again = await provider.renewals.renewalOrders(FROM, TO);

    expect(again).toMatchObject({ value: [{ id: TASK }] });
    expect(sent.map(said).filter(({ action }) => action === 'QueryTaskDetailList')).toHaveLength(
      calls,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { hasNumber, isTask, ordersShown, orderWords } from '../../../shared/reasons/order-words.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { say } from '../../../shared/reasons/say.ts';
import { taskOrderId, requestOrderId } from '../../../shared/providers/alibaba/task-names.ts';

const UUID = '473469c7-aa6f-4dc5-b3db-a3dc0de3c83e';
const ANSWERED = requestOrderId({ request: UUID.toUpperCase(), resourceId: 'swas-1' });
const UNANSWERED = 'request:n9t7b-0-1-3';

describe('an order is shown', () => {
  test.each([
    ['CS1', 'CS1', 'CS1'],
    ['226113010310003', '226113010310003', '226113010310003'],
    ['CS1, CS2', 'CS1, CS2', 'CS1, CS2'],
    [
      ANSWERED,
      `(no number: request id ${UUID.toUpperCase()})`,
      `（无编号：请求ID ${UUID.toUpperCase()}）`,
    ],
    [UNANSWERED, '(no number)', '（无编号）'],
    [taskOrderId(UUID, null), `task ${UUID}`, `云服务商任务${UUID}`],
    [taskOrderId('12345', 'shop.com'), 'task 12345/shop.com', '云服务商任务12345/shop.com'],
  ])('%s as what a person can look for', (order, en, zh) => {
    expect([ordersShown(order, 'en'), ordersShown(order, 'zh')]).toEqual([en, zh]);
  });
});

test('a sentence about an order without a number has no inner word', () => {
  const paid = say(reason('payment-undone', { order: ANSWERED }), 'en');

  expect(`${paid.reason} ${paid.advice}`).not.toContain('request:');
  expect(paid.advice).toContain(orderWords(ANSWERED, 'en'));
});

test('only what has a number is looked for by it', () => {
  const all = ['CS1', ANSWERED, UNANSWERED, taskOrderId(UUID, null)];
  expect(all.map(hasNumber)).toEqual([true, false, false, true]);
  expect(all.map(isTask)).toEqual([false, false, false, true]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  requestOf,
  requestOrderId,
  taskOf,
  taskOrderId,
} from '../../../../shared/providers/alibaba/task-names.ts';

const word = fc.stringMatching(/^[\da-z-]{1,40}$/u);

it('a task, or a domain of it, is found again by its name as an order', () => {
  fc.assert(
    fc.property(word, fc.option(fc.domain()), (task, domain) => {
      expect(taskOf(taskOrderId(task, domain))).toEqual({ task, domain });
      expect(requestOf(taskOrderId(task, domain))).toBeNull();
    }),
  );
});

it('a request and its resource are found again by their name as an order', () => {
  fc.assert(
    fc.property(word, fc.stringMatching(/^[\da-zA-Z_/-]{1,40}$/u), (request, resourceId) => {
      expect(requestOf(requestOrderId({ request, resourceId }))).toEqual({ request, resourceId });
      expect(taskOf(requestOrderId({ request, resourceId }))).toBeNull();
    }),
  );
});

it.each(['211', '226110100000003', '12345678901234567890'])('order %s is no task', (order) => {
  expect([taskOf(order), requestOf(order)]).toEqual([null, null]);
});

import { expect, test } from 'vitest';
import { handledMessages } from '../../../../infra/cloud/events/handled-messages.ts';
import type { Invocation } from '../../../../infra/cloud/functions/local-function.ts';

const messages = ['a', 'b'].map((MessageId) => ({
  MessageId,
  ReceiptHandle: MessageId,
  MD5OfBody: '',
  Body: '',
  Attributes: {},
  MessageAttributes: {},
}));

function returned(...failures: readonly unknown[]): Invocation {
  const batchItemFailures = failures.map((itemIdentifier) => ({ itemIdentifier }));
  return { kind: 'returned', value: { batchItemFailures } };
}

test.each<[string, Invocation, readonly string[]]>([
  ['nothing was returned', { kind: 'returned', value: undefined }, ['a', 'b']],
  ['no failure was reported', returned(), ['a', 'b']],
  ['one failure was reported', returned('a'), ['b']],
  ['a failure without a name was reported', returned(null), []],
  ['the failure of an unknown message was reported', returned('c'), []],
  ['the function failed', { kind: 'failed', error: 'Error', message: '' }, []],
  ['the function ran out of time', { kind: 'timed out' }, []],
  ['the function was killed', { kind: 'killed' }, []],
])('deletes what is done when %s', (_, invocation, expected) => {
  const done = handledMessages(messages, invocation, true);
  expect(done.map(({ MessageId }) => MessageId)).toStrictEqual(expected);
});

test('deletes the whole batch when the mapping does not ask for failures', () => {
  expect(handledMessages(messages, returned('a'), false)).toBe(messages);
});

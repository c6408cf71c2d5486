import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, onTestFinished, test } from 'vitest';
import { bringUp } from '../small-stack.ts';

const SOURCE = `export const handler = async (event) => {
  if (event.fail) throw new RangeError('too far');
  return { got: event };
};`;

async function opened(): Promise<{ client: LambdaClient; name: string }> {
  const { cloud } = await bringUp((stack) => stack.function('Answer', SOURCE));
  const client = new LambdaClient({ ...cloud.clientConfig('lambda'), maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
  });
  return { client, name: cloud.functions[0]!.name };
}

test('the client of AWS invokes a function and gets what it returns', async () => {
  const { client, name } = await opened();
  const answer = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ a: 'é' }) }),
  );

  expect(answer.StatusCode).toBe(200);
  expect(answer.FunctionError).toBeUndefined();
  expect(JSON.parse(answer.Payload!.transformToString())).toEqual({ got: { a: 'é' } });
});

test('what a handler throws is an answer, as on AWS', async () => {
  const { client, name } = await opened();
  const answer = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ fail: true }) }),
  );

  expect(answer.FunctionError).toBe('Unhandled');
  expect(JSON.parse(answer.Payload!.transformToString())).toEqual({
    errorType: 'RangeError',
    errorMessage: 'too far',
  });
});

test('unknown functions, other ways of invoking and bad payloads are refused by name', async () => {
  const { client, name } = await opened();
  const invoke = async (input: ConstructorParameters<typeof InvokeCommand>[0]): Promise<string> =>
    await client.send(new InvokeCommand(input)).then(
      () => 'answered',
      (error: Error) => error.name,
    );

  expect(await invoke({ FunctionName: 'nobody' })).toBe('ResourceNotFoundException');
  expect(await invoke({ FunctionName: name, InvocationType: 'Event' })).toBe(
    'InvalidParameterValueException',
  );
  expect(await invoke({ FunctionName: name, Payload: 'no json' })).toBe(
    'InvalidRequestContentException',
  );
});

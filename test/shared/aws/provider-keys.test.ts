import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { openProviderKeys } from '../../../shared/aws/provider-keys.ts';

process.env['AWS_REGION'] = 'local';
const secrets = mockClient(SecretsManagerClient);
const keysOf = openProviderKeys('renewsheet/keys');
const KEYS = { accessKey: 'ACCESS-4711', secretKey: 'secret-0815' };

beforeEach(() => {
  secrets.reset();
});

function holding(SecretString?: string): void {
  secrets.on(GetSecretValueCommand).resolves(SecretString === undefined ? {} : { SecretString });
}

test("an account's keys are read from the secret of its name", async () => {
  holding(JSON.stringify(KEYS));

  expect(await keysOf('main')).toEqual(KEYS);
  expect(secrets.commandCalls(GetSecretValueCommand)[0]?.args[0].input).toEqual({
    SecretId: 'renewsheet/keys/main',
  });
});

describe('a secret that does not hold two keys', () => {
  test.each([
    ['is no JSON', 'ACCESS-4711 secret-0815'],
    ['is half a JSON', '{"accessKey": "ACCESS-4711", "secretKey": "secret-08'],
    ['is a text', '"secret-0815"'],
    ['lacks one', '{"accessKey": "ACCESS-4711"}'],
    ['has an empty one', '{"accessKey": "ACCESS-4711", "secretKey": ""}'],
    ['has a number for one', '{"accessKey": "ACCESS-4711", "secretKey": 815}'],
    ['has them in a list', '["ACCESS-4711", "secret-0815"]'],
    ['is bytes', undefined],
  ])('because it %s is refused by name, and nothing of it is shown', async (_, text) => {
    holding(text);
    const error: unknown = await keysOf('main').catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Error);
    const { message, stack = '', cause } = error as Error;
    expect(message).toBe(
      'The secret renewsheet/keys/main must be JSON with the texts "accessKey" and "secretKey".',
    );
    expect(`${message}${stack}${JSON.stringify(error)}`).not.toMatch(/4711|0?815/u);
    expect(cause).toBeUndefined();
  });
});

test('a secret that cannot be read is a fault of its own', async () => {
  const error = new Error('ResourceNotFoundException');
  secrets.on(GetSecretValueCommand).rejects(error);

  await expect(keysOf('main')).rejects.toBe(error);
});

import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
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

describe('a secret that does not hold two keys is told as none, for whoever asks with it to say so', () => {
  test.each([
    ['is no JSON', 'ACCESS-4711 secret-0815'],
    ['is half a JSON', '{"accessKey": "ACCESS-4711", "secretKey": "secret-08'],
    ['is a text', '"secret-0815"'],
    ['lacks one', '{"accessKey": "ACCESS-4711"}'],
    ['has an empty one', '{"accessKey": "ACCESS-4711", "secretKey": ""}'],
    ['has a number for one', '{"accessKey": "ACCESS-4711", "secretKey": 815}'],
    ['has them in a list', '["ACCESS-4711", "secret-0815"]'],
    ['is bytes', undefined],
  ])('because it %s', async (_, text) => {
    holding(text);

    expect(await keysOf('main')).toBeNull();
  });

  test('because it is not there', async () => {
    secrets
      .on(GetSecretValueCommand)
      .rejects(new ResourceNotFoundException({ message: 'none', $metadata: {} }));

    expect(await keysOf('main')).toBeNull();
  });
});

test('a secret that cannot be read just now is a fault', async () => {
  const error = new Error('InternalServiceError');
  secrets.on(GetSecretValueCommand).rejects(error);

  await expect(keysOf('main')).rejects.toBe(error);
});

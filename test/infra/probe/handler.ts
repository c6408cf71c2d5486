import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inflateRawSync } from 'node:zlib';
import { openAccountSettings } from '../../../shared/runtime/accounts-file.ts';

const client = new DynamoDBClient({ region: 'eu-west-1' });

/** Says what it finds in its own bundle and environment. */
export async function handler(): Promise<object> {
  const credentials = await client.config.credentials();
  return {
    accounts: openAccountSettings().all.map(({ name }) => name),
    accessKeyId: credentials.accessKeyId,
    sessionToken: credentials.sessionToken,
    known: [GetItemCommand.name.length > 0, typeof inflateRawSync],
  };
}

/** For the stack trace of a minified bundle. */
export function fail(): never {
  throw new Error('planned');
}

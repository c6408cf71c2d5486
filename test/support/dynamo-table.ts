import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import type { Table } from '../../shared/aws/table.ts';
import { JOBS_INDEX } from '../../shared/store/jobs-index.ts';

/** A table of a DynamoDB in memory, on this machine only, with keys as the stack makes them. */
export interface DynamoTable {
  readonly table: Table;
  readonly close: () => Promise<void>;
}

/** Starts it, empty. */
export async function startDynamoTable(): Promise<DynamoTable> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const plain = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const name = 'renewals';
  await plain.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
        { AttributeName: 'listed', AttributeType: 'S' },
        { AttributeName: 'createdAt', AttributeType: 'N' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: JOBS_INDEX,
          KeySchema: [
            { AttributeName: 'listed', KeyType: 'HASH' },
            { AttributeName: 'createdAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  // A table stands only a moment after the answer that it is made; until then it is "not found".
  await waitUntilTableExists(
    { client: plain, maxWaitTime: 30, minDelay: 0.01, maxDelay: 0.1 },
    { TableName: name },
  );
  const client = DynamoDBDocumentClient.from(plain, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    table: { client, name },
    close: async () => {
      plain.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

import { expect, test } from 'vitest';
import type { Gate } from '../../../../infra/cloud/permissions/gate.ts';
import { adminAuthorization } from '../../../../infra/cloud/servers/signature.ts';
import { startTableServer } from '../../../../infra/cloud/servers/table-server.ts';

const OPEN: Pick<Gate, 'refuse'> = { refuse: () => null };

test('closes its store only once what it was asked to write is written', async () => {
  const server = await startTableServer(OPEN as Gate);
  await server.create({
    id: 'Table',
    type: 'AWS::DynamoDB::Table',
    name: 'jobs',
    properties: {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    },
  } as unknown as Parameters<typeof server.create>[0]);
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.UpdateItem',
    'x-amz-date': '20200101T000000Z',
    authorization: adminAuthorization('dynamodb'),
  };
  const asked = Array.from({ length: 60 }, async (_, id) => {
    const body = JSON.stringify({ TableName: 'jobs', Key: { id: { S: String(id) } } });
    const answer = await fetch(server.endpoint, { method: 'POST', headers, body });
    return answer.status;
  });
  await Promise.race(asked);
  await server.close();
  const ends = await Promise.allSettled(asked);

  // One that breaks off has had its connection cut; what the emulator throws then fails this run.
  expect(ends.filter((end) => end.status === 'fulfilled' && end.value !== 200)).toEqual([]);
});

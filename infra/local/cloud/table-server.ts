import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import * as z from 'zod/mini';
import { accessDenied } from './access-denied.ts';
import { tableNeeds } from './action-needs.ts';
import type { Gate } from './gate.ts';
import { listenOnLoopback, readBody, writeAnswer, type LoopbackServer } from './loopback-server.ts';
import type { LocalResource } from './local-stack.ts';
import { adminAuthorization, readSignature } from './signature.ts';

/** DynamoDB. */
export interface TableServer extends LoopbackServer {
  create(table: LocalResource): Promise<void>;
}

const tableProperties = z.object({
  KeySchema: z.array(z.unknown()),
  AttributeDefinitions: z.array(z.unknown()),
  GlobalSecondaryIndexes: z.optional(z.array(z.unknown())),
});
const anyInput = z.record(z.string(), z.unknown());

function parseInput(body: Buffer): z.output<typeof anyInput> {
  return anyInput.parse(JSON.parse(body.toString() || '{}'));
}

async function create(endpoint: string, { name, properties }: LocalResource): Promise<void> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.CreateTable',
      'x-amz-date': '20200101T000000Z',
      authorization: adminAuthorization('dynamodb'),
    },
    body: JSON.stringify({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      ...tableProperties.parse(properties),
    }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The table ${name} could not be made: ${text}`);
}

/** Starts DynamoDB, in memory, behind the gate. */
export async function startTableServer(gate: Gate): Promise<TableServer> {
  const server = dynalite({ createTableMs: 0 });
  const [emulate] = server.listeners('request');
  server.removeAllListeners('request');
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers, method, url } = request;
    const body = await readBody(request);
    if (!body) return;
    const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
    const { accessKey } = readSignature(headers.authorization, url ?? '');
    const refused = gate.refuse(accessKey, tableNeeds(operation, parseInput(body)));
    if (refused) {
      writeAnswer(response, accessDenied('json', refused));
      return;
    }
    // The emulator throws when a connection breaks while it reads, so it reads a copy.
    const copy = Object.assign(Readable.from([body]), { headers, method, url });
    emulate?.(copy, response);
  };
  const listening = await listenOnLoopback((request, response) => {
    void handle(request, response);
  }, server);
  return {
    ...listening,
    create: async (table) => {
      await create(listening.endpoint, table);
    },
  };
}

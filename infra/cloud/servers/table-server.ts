import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import pRetry from 'p-retry';
import * as z from 'zod/mini';
import { accessDenied } from '../permissions/access-denied.ts';
import { tableNeeds } from '../permissions/action-needs.ts';
import type { Gate } from '../permissions/gate.ts';
import { listenOnLoopback, readBody, writeAnswer, type LoopbackServer } from './loopback-server.ts';
import type { LocalResource } from '../template/local-stack.ts';
import { emptyKey, keyAttributes, type KeyAttributes } from './empty-keys.ts';
import { adminAuthorization, readSignature } from './signature.ts';

/** DynamoDB. */
export interface TableServer extends LoopbackServer {
  create(table: LocalResource): Promise<void>;
}

const tableProperties = z.object({
  KeySchema: z.array(z.unknown()),
  AttributeDefinitions: z.array(z.unknown()),
  GlobalSecondaryIndexes: z.optional(
    z.array(z.looseObject({ IndexName: z.string(), KeySchema: z.array(z.unknown()) })),
  ),
});
const anyInput = z.record(z.string(), z.unknown());

function parseInput(body: Buffer): z.output<typeof anyInput> {
  return anyInput.parse(JSON.parse(body.toString() || '{}'));
}

async function call(endpoint: string, operation: string, input: object): Promise<Response> {
  return await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20200101T000000Z',
      authorization: adminAuthorization('dynamodb'),
    },
    body: JSON.stringify(input),
  });
}

async function create(endpoint: string, { name, properties }: LocalResource): Promise<void> {
  const wanted = tableProperties.parse(properties);
  const answer = await call(endpoint, 'CreateTable', {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    ...wanted,
  });
  const text = await answer.text();
  if (text.includes('ResourceInUseException')) await checkKept(endpoint, name, wanted);
  else if (!answer.ok) throw new Error(`The table ${name} could not be made: ${text}`);
  await untilActive(endpoint, name);
}

const described = z.object({ Table: z.object({ TableStatus: z.string() }) });

/** A table stands only a moment after the answer that it is made; until then it is "not found". */
async function untilActive(endpoint: string, name: string): Promise<void> {
  await pRetry(
    async () => {
      const answer = await call(endpoint, 'DescribeTable', { TableName: name });
      const { TableStatus } = described.parse(await answer.json()).Table;
      if (TableStatus !== 'ACTIVE') throw new Error(`The table ${name} is still ${TableStatus}.`);
    },
    { retries: 200, minTimeout: 5, maxTimeout: 50 },
  );
}

/** What makes one table another: its keys and those of its indexes. */
function shapeOf(table: z.output<typeof tableProperties>): string {
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema }) => [
    IndexName,
    KeySchema,
  ]);
  return JSON.stringify([table.KeySchema, indexes]);
}

/** A table from an earlier start must be the one the stack asks for; nothing changes one here. */
async function checkKept(
  endpoint: string,
  name: string,
  wanted: z.output<typeof tableProperties>,
): Promise<void> {
  const answer = await call(endpoint, 'DescribeTable', { TableName: name });
  const { Table } = z.object({ Table: tableProperties }).parse(await answer.json());
  if (shapeOf(Table) === shapeOf(wanted)) return;
  throw new Error(`The kept table ${name} has other keys or indexes than the stack asks for.`);
}

/** Starts DynamoDB behind the gate, kept in a folder or else in memory. */
export async function startTableServer(gate: Gate, folder?: string): Promise<TableServer> {
  const server = dynalite({ createTableMs: 0, ...(folder === undefined ? {} : { path: folder }) });
  const keys = new Map<string, KeyAttributes>();
  const underWay = new Set<Promise<void>>();
  let closing = false;
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
    const empty = emptyKey(operation, parseInput(body), keys);
    if (empty !== null) {
      writeAnswer(response, empty);
      return;
    }
    // The emulator throws when a connection breaks while it reads, so it reads a copy.
    const copy = Object.assign(Readable.from([body]), { headers, method, url });
    if (closing) response.destroy();
    else {
      const answered = untilAnswered(response);
      underWay.add(answered);
      void answered.then(() => underWay.delete(answered));
      emulate?.(copy, response);
    }
  };
  const listening = await listenOnLoopback((request, response) => {
    void handle(request, response);
  }, server);
  return {
    ...listening,
    create: async (table) => {
      keys.set(table.name, keyAttributes(table.properties));
      await create(listening.endpoint, table);
    },
    // The emulator throws when its store is closed while it writes.
    close: async () => {
      closing = true;
      await Promise.all(underWay);
      await listening.close();
    },
  };
}

/** Resolves once the emulator has ended its answer, also where nobody listens to it any more. */
async function untilAnswered(response: ServerResponse): Promise<void> {
  const end = response.end.bind(response);
  await new Promise<void>((resolve) => {
    response.end = ((...answer: Parameters<typeof end>) => {
      resolve();
      return end(...answer);
    }) as typeof response.end;
  });
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { actMethods } from './acts.ts';
import { deliver } from './calls/deliver.ts';
import { Gateway } from './calls/gateway.ts';
import type { CallHook } from './calls/call-hook.ts';
import type { Contract } from './contract.ts';
import { control } from './control.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Facts, Sandbox } from './sandbox.ts';

const BODY_LIMIT = 12 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? 'too large' : Buffer.concat(chunks);
}

/** How a provider's world is read, each time anew. */
export interface Readings<Read extends Facts> {
  readonly ledger: () => LedgerEntry[];
  readonly orders: () => Read['order'][];
  readonly resources: () => Read['resource'][];
  readonly account: () => Read['account'];
}

/** What a sandbox is served with. */
export interface ServerOptions<Api extends string, Act extends string, Read extends Facts> {
  readonly contract: Contract<Api, Act>;
  readonly readings: Readings<Read>;
  /** A free port by default. */
  readonly port?: number | undefined;
  readonly onCall?: CallHook<Api> | undefined;
  /** Called once the server has ended. */
  readonly onClose: () => void;
}

/** A sandbox whose acts are known by name only. */
export type Served<Api extends string, Act extends string, Read extends Facts> = Sandbox<
  Api,
  ReturnType<typeof actMethods<Api, Act>>,
  Read
>;

/** Serves a provider's API on 127.0.0.1, and the door beside it under `/_sandbox/`. */
export async function startServer<Api extends string, Act extends string, Read extends Facts>(
  options: ServerOptions<Api, Act, Read>,
): Promise<Served<Api, Act, Read>> {
  const { contract, onCall, onClose } = options;
  const gateway = new Gateway(contract);
  if (onCall !== undefined) gateway.hooks.add(onCall);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    onClose();
  };
  const sandbox = sandboxOn(options, gateway, { url: `http://127.0.0.1:${port}`, close });
  server.on('request', (request, response) => {
    answer(request, response, gateway, sandbox).catch((error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else deliver(response, { status: 500, body: contract.errorBody('SANDBOX', problem) });
    });
  });
  return sandbox;
}

function sandboxOn<Api extends string, Act extends string, Read extends Facts>(
  { contract, readings }: ServerOptions<Api, Act, Read>,
  gateway: Gateway<Api, Act>,
  rest: Pick<Served<Api, Act, Read>, 'url' | 'close'>,
): Served<Api, Act, Read> {
  const settled = <T>(read: () => T): (() => T) => {
    return () => {
      contract.settle(contract.state.clock());
      return structuredClone(read());
    };
  };
  return {
    ...rest,
    ledger: settled(readings.ledger),
    orders: settled(readings.orders),
    resources: settled(readings.resources),
    account: settled(readings.account),
    calls: () => structuredClone(gateway.calls),
    act: actMethods(contract),
    onCall: (hook) => {
      gateway.hooks.add(hook);
      return () => gateway.hooks.delete(hook);
    },
  };
}

async function answer<Api extends string, Act extends string>(
  request: IncomingMessage,
  response: ServerResponse,
  gateway: Gateway<Api, Act>,
  sandbox: Parameters<typeof control>[0],
): Promise<void> {
  const body = await bodyOf(request);
  const [path = ''] = (request.url ?? '').split('?');
  if (body === 'too large') deliver(response, { status: 413 });
  else if (path.startsWith('/_sandbox/')) {
    deliver(response, control(sandbox, request.method ?? 'GET', path, body.toString('utf8')));
  } else await gateway.handle(request, response, body);
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { actMethods } from './acts.ts';
import { carryInProcess, carryOverHttp } from './calls/carry.ts';
import { delivered, type Delivery } from './calls/delivery.ts';
import { Gateway } from './calls/gateway.ts';
import type { CallHook } from './calls/call-hook.ts';
import type { Contract, ErrorWords } from './contract.ts';
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
  /** A free port by default; null: none, and only the sandbox's own `fetch` reaches it. */
  readonly port?: number | null | undefined;
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

/**
 * Serves a provider's API on 127.0.0.1, and the door beside it under `/_sandbox/`; or with `port`
 * null nowhere but to callers in the same process.
 */
export async function startServer<Api extends string, Act extends string, Read extends Facts>(
  options: ServerOptions<Api, Act, Read>,
): Promise<Served<Api, Act, Read>> {
  const { contract, onCall, onClose } = options;
  const gateway = new Gateway(contract);
  if (onCall !== undefined) gateway.hooks.add(onCall);
  if (options.port === null) {
    const close = async (): Promise<void> => {
      onClose();
      await Promise.resolve();
    };
    return sandboxOn(options, gateway, { url: 'http://sandbox', close });
  }
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
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const delivery = await answer(request, gateway, sandbox).catch((error: unknown) =>
      problemOf(error, contract),
    );
    await carryOverHttp(response, delivery);
  };
  server.on('request', (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  return sandbox;
}

function problemOf(error: unknown, { errorBody }: ErrorWords): Delivery {
  const problem = error instanceof Error ? error.message : String(error);
  return delivered({ status: 500, body: errorBody('SANDBOX', problem) });
}

/** Answers a caller in the same process as the platform's `fetch` would over the wire. */
function lineTo<Api extends string, Act extends string>(
  gateway: Gateway<Api, Act>,
): Served<Api, Act, Facts>['fetch'] {
  return async (url, { method = 'GET', headers, body }) => {
    const wire = {
      method,
      target: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...Object.fromEntries(new Headers(headers)) },
      body: Buffer.from(typeof body === 'string' ? body : ''),
    };
    return carryInProcess(await gateway.handle(wire));
  };
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
    fetch: lineTo(gateway),
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
  gateway: Gateway<Api, Act>,
  sandbox: Parameters<typeof control>[0],
): Promise<Delivery> {
  const { method = 'GET', url: target = '/', headers } = request;
  const body = await bodyOf(request);
  const [path = ''] = target.split('?');
  if (body === 'too large') return delivered({ status: 413 });
  if (path.startsWith('/_sandbox/')) {
    return delivered(control(sandbox, method, path, body.toString('utf8')));
  }
  return await gateway.handle({ method, target, headers, body });
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { actsOn } from './acts.ts';
import type { CallHook } from './call-hook.ts';
import { control } from './control.ts';
import { deliver } from './deliver.ts';
import { settle } from './end-order.ts';
import { Gateway } from './gateway.ts';
import { beginHistory, hasHistory, openHistoryWriter, readHistory } from './history.ts';
import { readWorld } from './read-world.ts';
import { repeatHistory } from './repeat-history.ts';
import type { HuaweiSandbox } from './sandbox.ts';
import { startState } from './start-state.ts';
import type { SandboxState } from './state.ts';
import { accountFacts, orderFacts, resourceFacts } from './views.ts';
import type { World } from './world.ts';

export interface HuaweiSandboxOptions {
  /** A world as its file holds it, or one already read. */
  readonly world: unknown;
  /**
   * The file in which everything that happens is kept, a charge before its answer is sent. Where it
   * exists already, the sandbox goes on from there and `world` is not looked at.
   */
  readonly history?: string;
  /** Epoch milliseconds; the machine's clock by default. Deadlines, delays and rates follow it. */
  readonly clock?: () => number;
  /** A free port by default. */
  readonly port?: number;
  readonly onCall?: CallHook;
}

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

function sandboxOn(
  state: SandboxState,
  gateway: Gateway,
  rest: Pick<HuaweiSandbox, 'url' | 'close'>,
): HuaweiSandbox {
  const settled = <T>(read: () => T): (() => T) => {
    return () => {
      settle(state, state.clock());
      return structuredClone(read());
    };
  };
  return {
    ...rest,
    ledger: settled(() => state.ledger),
    orders: settled(() => orderFacts(state)),
    resources: settled(() => resourceFacts(state)),
    account: settled(() => accountFacts(state)),
    calls: () => structuredClone(gateway.calls),
    act: actsOn(state),
    onCall: (hook) => {
      gateway.hooks.add(hook);
      return () => gateway.hooks.delete(hook);
    },
  };
}

function worldOf(json: unknown): World {
  const reading = readWorld(json);
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.world;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gateway: Gateway,
  sandbox: HuaweiSandbox,
): Promise<void> {
  const body = await bodyOf(request);
  const [path = ''] = (request.url ?? '').split('?');
  if (body === 'too large') deliver(response, { status: 413 });
  else if (path.startsWith('/_sandbox/')) {
    deliver(response, control(sandbox, request.method ?? 'GET', path, body.toString('utf8')));
  } else await gateway.handle(request, response, body);
}

interface Kept {
  readonly state: SandboxState;
  readonly close: () => void;
}

function keptState(path: string, world: unknown, clock: () => number): Kept {
  if (!hasHistory(path)) {
    worldOf(world);
    beginHistory(path, world, clock());
  }
  const history = readHistory(path);
  const state = startState(history.world, clock, history.start);
  repeatHistory(state, history.happenings);
  const { note, close } = openHistoryWriter(path);
  state.note = note;
  return { state, close };
}

/**
 * Starts the sandbox: a local server that behaves as the Huawei contract describes the billing API,
 * signature check included, in the world it is given. Nothing leaves the machine and no real money
 * moves. Throws the plain sentence of {@link readWorld} when the world cannot be used, and another
 * when the history cannot.
 */
export async function startHuaweiSandbox(options: HuaweiSandboxOptions): Promise<HuaweiSandbox> {
  const { world, clock = Date.now, history } = options;
  const { state, close: closeHistory } =
    history === undefined
      ? { state: startState(worldOf(world), clock), close: () => undefined }
      : keptState(history, world, clock);
  const gateway = new Gateway(state);
  if (options.onCall !== undefined) gateway.hooks.add(options.onCall);
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
    closeHistory();
  };
  const sandbox = sandboxOn(state, gateway, { url: `http://127.0.0.1:${port}`, close });
  server.on('request', (request, response) => {
    answer(request, response, gateway, sandbox).catch((error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else deliver(response, { status: 500, body: { error_code: 'SANDBOX', error_msg: problem } });
    });
  });
  return sandbox;
}

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { WireAnswer } from '../permissions/access-denied.ts';

/** Something that answers on a free port of 127.0.0.1. */
export interface LoopbackServer {
  readonly endpoint: string;
  /** Cuts open connections; resolves when the port is free. */
  close(): Promise<void>;
}

/** Sends an answer. */
export function writeAnswer(response: ServerResponse, answer: WireAnswer): void {
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Listens with a server of one's own, or with one that exists already. */
export async function listenOnLoopback(
  listener: RequestListener,
  server: Server = createServer(),
): Promise<LoopbackServer> {
  server.on('request', listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A request's whole body; null when its sender went away, as a killed function does. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  try {
    return await buffer(request);
  } catch {
    return null;
  }
}

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** A server on this machine for each test that asks for one, closed after it; gives its base URL. */
export function localServer(): (handle: RequestListener) => Promise<string> {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return async (handle) => {
    const opened = createServer(handle);
    server = opened;
    await new Promise<void>((resolve) => {
      opened.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
  };
}

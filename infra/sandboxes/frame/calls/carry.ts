import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

import type { Delivery } from './delivery.ts';

const TRICKLES = 10;

async function* trickled(bytes: Buffer, milliseconds: number): AsyncGenerator<Buffer> {
  const piece = Math.max(1, Math.ceil(bytes.length / TRICKLES));
  for (let at = 0; at < bytes.length; at += piece) {
    yield bytes.subarray(at, at + piece);
    await sleep(milliseconds / TRICKLES);
  }
}

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** Carries a delivery over HTTP, to its end or as far as the caller listens. */
export async function carryOverHttp(response: ServerResponse, delivery: Delivery): Promise<void> {
  if (delivery.kind === 'nothing') return;
  if (delivery.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, bytes } = delivery;
  const length = status === 204 ? {} : { 'content-length': bytes.length };
  switch (delivery.kind) {
    case 'whole':
      response.writeHead(status, { ...length, ...headers });
      response.end(bytes);
      return;
    case 'half':
      response.writeHead(status, { ...length, ...headers });
      response.write(halfOf(bytes), () => {
        response.socket?.destroy();
      });
      return;
    case 'trickle':
      response.writeHead(status, headers);
      for await (const piece of trickled(bytes, delivery.milliseconds)) {
        if (response.destroyed) return;
        response.write(piece);
      }
      response.end();
  }
}

const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

async function* breakingOff(bytes: Buffer): AsyncGenerator<Buffer> {
  yield halfOf(bytes);
  await Promise.resolve();
  throw new TypeError('terminated');
}

/**
 * Carries a delivery to a caller in the same process, as the platform's `fetch` would hand it out:
 * throws where nothing comes, at once and not after the caller's patience, and for a redirect.
 */
export function carryInProcess(delivery: Delivery): Response {
  switch (delivery.kind) {
    case 'nothing':
      throw new DOMException('no answer came in time', 'TimeoutError');
    case 'reset':
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      });
    case 'whole':
    case 'half':
    case 'trickle':
      break;
  }
  const { status, headers, bytes } = delivery;
  if (status >= 300 && status < 400 && headers['location'] !== undefined) {
    throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  }
  const head = { status, headers };
  if (BODILESS.has(status)) return new Response(null, head);
  switch (delivery.kind) {
    case 'half':
      return new Response(ReadableStream.from(breakingOff(bytes)), head);
    case 'trickle':
      return new Response(ReadableStream.from(trickled(bytes, delivery.milliseconds)), head);
    case 'whole': {
      const unpacked = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
      return new Response(new Uint8Array(unpacked), head);
    }
  }
}

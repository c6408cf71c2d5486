import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { ErrorWords } from '../contract.ts';
import type { Answer } from './answer.ts';
import type { MadeAnswer } from './fault.ts';

function send(response: ServerResponse, { status, body, headers, text: given }: Answer): void {
  const text = given ?? (body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, {
    ...(text === '' ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
    'x-request-id': 'sandbox',
    ...headers,
  });
  response.end(text);
}

/** Sends an answer; returns its status for the call log. */
export function deliver(response: ServerResponse, answer: Answer): number {
  send(response, answer);
  return answer.status;
}

function sendTruncated(response: ServerResponse, status: number, body: unknown): null {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(text),
  });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => {
    response.socket?.destroy();
  });
  return null;
}

/** Bytes of an answer as JSON would never be sent, though any client has met it. */
function sendBytes(
  response: ServerResponse,
  status: number,
  bytes: Buffer,
  headers: Readonly<Record<string, string>> = {},
): number {
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
  return status;
}

const TRICKLES = 10;

async function trickle(
  response: ServerResponse,
  status: number,
  bytes: Buffer,
  milliseconds: number,
): Promise<void> {
  const piece = Math.max(1, Math.ceil(bytes.length / TRICKLES));
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
  for (let at = 0; at < bytes.length && !response.destroyed; at += piece) {
    response.write(bytes.subarray(at, at + piece));
    await sleep(milliseconds / TRICKLES);
  }
  response.end();
}

/** What breaks the answer of a call. */
export type Broken =
  | 'reset'
  | 'timeout'
  | 'malformed'
  | 'truncated'
  | 'html'
  | 'bom'
  | 'gzipped'
  | { readonly trickle: number }
  | MadeAnswer;

const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/**
 * Answers a disturbed call. `answer` is what the operation came to, where it ran. Returns the
 * status for the call log, null where the caller got no complete answer.
 */
export function deliverBroken(
  response: ServerResponse,
  broken: Broken,
  answer: Answer | undefined,
  words: ErrorWords,
): number | null {
  const status = answer?.status ?? 200;
  const bytes = (): Buffer => Buffer.from(JSON.stringify(answer?.body ?? words.sample));
  switch (broken) {
    case 'html':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end(PAGE);
      return 502;
    case 'bom':
      return sendBytes(response, status, Buffer.concat([Buffer.from('\uFEFF'), bytes()]));
    case 'gzipped':
      return sendBytes(response, status, gzipSync(bytes()), { 'content-encoding': 'gzip' });
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'timeout':
      return null;
    case 'malformed':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('<html><body>Bad Gateway</body></html>');
      return 200;
    case 'truncated':
      return sendTruncated(response, status, answer?.body ?? words.sample);
    default: {
      if ('trickle' in broken) {
        // Goes on by itself; a caller that gives up ends it.
        void trickle(response, status, bytes(), broken.trickle);
        return status;
      }
      const { code, message, body, keepBody, text, headers } = broken;
      const said = code === undefined ? undefined : words.errorBody(code, message);
      const kept = keepBody && typeof answer?.body === 'object' ? answer.body : undefined;
      const made = kept === undefined ? said : { ...kept, ...said };
      return deliver(response, {
        status: broken.status,
        body: body ?? made,
        ...(text === undefined ? {} : { text }),
        ...(headers === undefined ? {} : { headers }),
      });
    }
  }
}

/** Waits as long as a slow fault says: 3 seconds without a number. */
export async function slowDown(what: 'slow' | { readonly slow: number }): Promise<void> {
  await sleep(what === 'slow' ? 3000 : what.slow);
}

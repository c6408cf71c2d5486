import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { ErrorWords } from '../contract.ts';
import type { Answer } from './answer.ts';
import type { MadeAnswer } from './fault.ts';

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === undefined ? '' : JSON.stringify(body);
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

/** What breaks the answer of a call. */
export type Broken = 'reset' | 'timeout' | 'malformed' | 'truncated' | MadeAnswer;

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
  switch (broken) {
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
      return sendTruncated(response, answer?.status ?? 200, answer?.body ?? words.sample);
    default: {
      const { status, code, message, body, keepBody } = broken;
      const said = code === undefined ? undefined : words.errorBody(code, message);
      const kept = keepBody && typeof answer?.body === 'object' ? answer.body : undefined;
      const made = kept === undefined ? said : { ...kept, ...said };
      return deliver(response, { status, body: body ?? made });
    }
  }
}

/** Waits as long as a slow fault says: 3 seconds without a number. */
export async function slowDown(what: 'slow' | { readonly slow: number }): Promise<void> {
  await sleep(what === 'slow' ? 3000 : what.slow);
}

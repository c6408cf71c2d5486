import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { Readable } from 'node:stream';
import type { Fetch } from './exchange.ts';

/** Statuses with which no body may come. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Sends one request with an empty body once, over a connection of its own: for calls that spend. The
 * platform's `fetch` sends such a request a second time after status 421, and one over a connection
 * that has been idle may never arrive, which nobody could tell from a lost answer. A redirect is an
 * answer like any other.
 */
export const sendOnce: Fetch = async (url, { method = 'POST', headers, signal }) => {
  const send = url.protocol === 'https:' ? secure : plain;
  const given = { ...(headers as Record<string, string>), 'content-length': '0' };
  const how = { method, headers: given, agent: false, ...(signal ? { signal } : {}) };
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(url, how, resolve);
    request.on('error', (error) => {
      const timedOut = signal?.aborted === true;
      reject(timedOut ? (signal.reason as Error) : new Error('failed', { cause: error }));
    });
    request.end();
  });
  return answerOf(message);
};

/** Throws for what is no answer of HTTP, such as a status of 999. */
function answerOf(message: IncomingMessage): Response {
  const { statusCode: status = 0 } = message;
  const headers = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value) => [name, value] as [string, string]),
  );
  if (BODILESS.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(message) as ReadableStream<Uint8Array>, { status, headers });
}

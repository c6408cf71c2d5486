import { gzipSync } from 'node:zlib';

import type { ErrorWords } from '../contract.ts';
import type { Answer } from './answer.ts';
import type { MadeAnswer } from './fault.ts';

/** The head of an answer and its bytes. */
interface Bytes {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/**
 * What reaches the caller of a call, whatever carries it. half: it breaks off in the middle. trickle:
 * it comes piece by piece over so many milliseconds. reset: the connection breaks. nothing: no answer
 * ever.
 */
export type Delivery =
  | ({ readonly kind: 'whole' } & Bytes)
  | ({ readonly kind: 'half' } & Bytes)
  | ({ readonly kind: 'trickle'; readonly milliseconds: number } & Bytes)
  | { readonly kind: 'reset' }
  | { readonly kind: 'nothing' };

const JSON_TYPE = 'application/json;charset=UTF-8';

/** An undisturbed answer. */
export function delivered({ status, body, headers, text: given }: Answer): Delivery {
  const bytes = Buffer.from(given ?? (body === undefined ? '' : JSON.stringify(body)));
  return {
    kind: 'whole',
    status,
    headers: {
      ...(bytes.length === 0 ? {} : { 'content-type': JSON_TYPE }),
      'x-request-id': 'sandbox',
      ...headers,
    },
    bytes,
  };
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

function page(status: number, type: string, text: string): Delivery {
  return { kind: 'whole', status, headers: { 'content-type': type }, bytes: Buffer.from(text) };
}

/** A disturbed answer. `answer` is what the operation came to, where it ran. */
export function deliveredBroken(
  broken: Broken,
  answer: Answer | undefined,
  words: ErrorWords,
): Delivery {
  const status = answer?.status ?? 200;
  const headers = { 'content-type': JSON_TYPE };
  const bytes = (): Buffer => Buffer.from(JSON.stringify(answer?.body ?? words.sample));
  switch (broken) {
    case 'html':
      return page(502, 'text/html', PAGE);
    case 'malformed':
      return page(200, 'application/json', '<html><body>Bad Gateway</body></html>');
    case 'bom':
      return {
        kind: 'whole',
        status,
        headers,
        bytes: Buffer.concat([Buffer.from('\uFEFF'), bytes()]),
      };
    case 'gzipped':
      return {
        kind: 'whole',
        status,
        headers: { ...headers, 'content-encoding': 'gzip' },
        bytes: gzipSync(bytes()),
      };
    case 'reset':
      return { kind: 'reset' };
    case 'timeout':
      return { kind: 'nothing' };
    case 'truncated':
      return { kind: 'half', status, headers, bytes: bytes() };
    default:
      if ('trickle' in broken) {
        return { kind: 'trickle', status, headers, bytes: bytes(), milliseconds: broken.trickle };
      }
      return delivered(madeUp(broken, answer, words));
  }
}

function madeUp(
  { status, code, message, body, keepBody, text, headers }: MadeAnswer,
  answer: Answer | undefined,
  words: ErrorWords,
): Answer {
  const said = code === undefined ? undefined : words.errorBody(code, message);
  const kept = keepBody && typeof answer?.body === 'object' ? answer.body : undefined;
  return {
    status,
    body: body ?? (kept === undefined ? said : { ...kept, ...said }),
    ...(text === undefined ? {} : { text }),
    ...(headers === undefined ? {} : { headers }),
  };
}

/** The status for the call log, null where the caller gets no complete answer. */
export function statusOf(delivery: Delivery): number | null {
  return delivery.kind === 'whole' || delivery.kind === 'trickle' ? delivery.status : null;
}

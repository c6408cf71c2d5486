import type { Fetch } from '../../../shared/providers/wire/exchange.ts';

/** A request as the double saw it. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body; undefined without one. */
  readonly body: unknown;
  readonly init: RequestInit;
}

/** What the double answers to one request. */
export type Reply = (sent: Sent) => Promise<Response>;

/** A JSON answer. */
export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return async () => new Response(JSON.stringify(body), { status, headers });
}

/** A refusal in the provider's form; the status is often another one than expected. */
export function refusal(
  code: string,
  status = 400,
  more: Readonly<Record<string, unknown>> = {},
): Reply {
  return json({ error_code: code, error_msg: `text of ${code}`, ...more }, status);
}

/** An answer with any text as its body, or none. */
export function raw(body: string | null, status = 200): Reply {
  return async () => new Response(body, { status });
}

/** An answer whose body breaks off after some text. */
export function broken(start: string, status = 200): Reply {
  return async () => {
    let given = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given || start === '') return controller.error(new Error('terminated'));
        given = true;
        controller.enqueue(new TextEncoder().encode(start));
      },
    });
    return new Response(body, { status });
  };
}

/** The connection is reset before an answer. */
export function reset(): Reply {
  return async () => {
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
    });
  };
}

/** No answer at all until the client gives up by itself. */
export function hang(): Reply {
  return async ({ init }) =>
    await new Promise((_, reject) => {
      init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error));
    });
}

/**
 * A `fetch` that records requests and answers from a script: one function for every request, or one
 * reply after the other. A request beyond the script is recorded and reset, so count `sent`.
 */
export function scriptedFetch(script: readonly Reply[] | Reply): {
  readonly fetch: Fetch;
  readonly sent: Sent[];
} {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const text = init.body as string | undefined;
    const request: Sent = {
      method: init.method!,
      url,
      headers: init.headers as Record<string, string>,
      body: text === undefined ? undefined : (JSON.parse(text) as unknown),
      init,
    };
    sent.push(request);
    const reply = typeof script === 'function' ? script : (script[sent.length - 1] ?? reset());
    return await reply(request);
  };
  return { fetch, sent };
}

/** What came back over the wire for one request, or that nothing did. */
export type Exchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      /** The body as far as it came. */
      readonly text: string;
      /** False where the body broke off. */
      readonly complete: boolean;
    }
  | { readonly kind: 'silent'; readonly detail: string };

/** One request, ready to be sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The platform's `fetch`, or a double of it. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/**
 * Sends one request once and reads what comes. Never throws: whatever goes wrong on the way is an
 * outcome. Nothing is followed or sent again: a redirect counts as no answer. `retryHeader`: the one
 * in which the provider says when to come back.
 */
export async function exchange(
  send: Fetch,
  request: WireRequest,
  { timeoutMs, retryHeader }: { readonly timeoutMs: number; readonly retryHeader: string },
): Promise<Exchange> {
  const { method, url, headers, body } = request;
  try {
    const response = await send(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === '' ? {} : { body }),
    });
    return {
      kind: 'answered',
      status: response.status,
      retryAfter: response.headers.get(retryHeader),
      ...(await readBody(response)),
    };
  } catch (error) {
    return { kind: 'silent', detail: whatWentWrong(error) };
  }
}

/** A body that breaks off is kept as far as it came: order ids in it exist all the same. */
async function readBody(response: Response): Promise<{ text: string; complete: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const piece of response.body ?? []) text += decoder.decode(piece, { stream: true });
    return { text: text + decoder.decode(), complete: true };
  } catch {
    return { text, complete: false };
  }
}

/** Only names and codes of errors: their messages could quote a header. */
function whatWentWrong(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error.name === 'TimeoutError') return 'no answer came in time';
  const cause: unknown = error.cause;
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : error.name;
  return `the connection failed (${code})`;
}

/** What came back: the JSON body where there is one, and the text as it came. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The parsed body, loosely typed for assertions. */
  readonly json: Record<string, unknown>;
}

/** Where and as whom a test calls a sandbox. */
export interface ClientOptions {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

function asRecord(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Sends a call as it stands; throws what fetch throws when the connection breaks. */
export async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, json: asRecord(text) };
}

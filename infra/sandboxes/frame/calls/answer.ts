/** What a call is answered with; a body of undefined is an empty one. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it stands, instead of a body as JSON; its type is among the headers. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The error code in the body, for the call log. */
  readonly code?: string;
}

/** A call that passed the gateway, with its time. */
export interface ApiRequest {
  readonly pathId: string | undefined;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there is none or it cannot be read. */
  readonly body: unknown;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A recognised call: which operation, and the id in the path where the path has one. */
export interface Route<Api extends string> {
  readonly api: Api;
  readonly pathId: string | undefined;
}

/** A request as it came over the wire. Header names in lower case, body in its raw bytes. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, still encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string | Uint8Array;
}

/** A request with all its bytes there. */
export interface ArrivedRequest extends WireRequest {
  readonly body: Buffer;
}

/** One call as the sandbox saw it. */
export interface Call<Api extends string> {
  readonly api: Api;
  /** Counted from 1 for each API, refused and disturbed calls included. */
  readonly number: number;
  /** Epoch milliseconds of arrival. */
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Resource or order ids it names. */
  readonly ids: readonly string[];
  readonly body: unknown;
  /** Whether the operation ran; false for calls stopped at the gateway or by a fault before. */
  ran: boolean;
  /** What was sent back; null while under way, or when the caller got no complete answer. */
  status: number | null;
  /** The error code the operation or the gateway came to, sent back or not. */
  code: string | null;
  /** The faults it met, in words. */
  faults: readonly string[];
}

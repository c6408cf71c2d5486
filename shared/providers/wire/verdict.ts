import type { Refusal } from '../../renewal/answer.ts';

/** An answer judged by its code. `text` is the whole body, for order ids only: never to be shown. */
export type Verdict = { readonly body: unknown; readonly text: string } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Turned away before the operation; `retryAfter` is the header as it came. */
  | { readonly kind: 'throttled'; readonly refusal: Refusal; readonly retryAfter: string | null }
  | { readonly kind: 'unknown'; readonly detail: string }
);

/** A call's answer with throttling settled: waited out, or given up as a refusal to `wait`. */
export type Settled = Exclude<Verdict, { kind: 'throttled' }>;

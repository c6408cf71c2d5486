import { z } from 'zod';

import type { ApiName } from './api.ts';

/** One call as the sandbox saw it. */
export interface Call {
  readonly api: ApiName;
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

const naming = z.object({
  resource_ids: z.array(z.string()).optional(),
  order_id: z.string().optional(),
});

/** The ids a call names in body, path or query. */
export function idsNamed(
  body: unknown,
  pathId: string | undefined,
  query: URLSearchParams,
): string[] {
  const parsed = naming.safeParse(body);
  const named = parsed.success ? parsed.data : {};
  const orderId = named.order_id ?? query.get('order_id') ?? undefined;
  return [
    ...(named.resource_ids ?? []),
    ...(orderId === undefined ? [] : [orderId]),
    ...(pathId === undefined ? [] : [pathId]),
  ];
}

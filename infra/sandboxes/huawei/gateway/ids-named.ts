import { z } from 'zod';

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

import { z } from 'zod';

/** One of a call's own term and ids (Huawei contract, sections 1 and 3). */
export interface RenewalRequest {
  readonly resourceIds: readonly string[];
  readonly periodType: 2 | 3;
  readonly periodNum: number;
}

const id = z.string().min(1).max(64);
const shape = {
  resource_ids: z.array(id).min(1),
  period_type: z.literal([2, 3]),
  period_num: z.int().min(1),
};

const renewBody = z.object({
  ...shape,
  is_auto_pay: z.literal([0, 1]).nullish(),
});
const priceBody = z.object({
  ...shape,
  include_relative_resources: z.boolean().nullish(),
});

function read(
  body: z.output<z.ZodObject<typeof shape>>,
  maxIds: number,
): RenewalRequest | undefined {
  const { resource_ids, period_type, period_num } = body;
  if (resource_ids.length > maxIds) return undefined;
  if (period_num > (period_type === 2 ? 11 : 3)) return undefined;
  return { resourceIds: resource_ids, periodType: period_type, periodNum: period_num };
}

/** Reads a renew body: months 1 to 11, years 1 to 3; undefined means CBC.0100. */
export function readRenewBody(
  json: unknown,
  maxIds: number,
): (RenewalRequest & { readonly autoPay: boolean }) | undefined {
  const parsed = renewBody.safeParse(json);
  const request = parsed.success ? read(parsed.data, maxIds) : undefined;
  return request && { ...request, autoPay: parsed.data?.is_auto_pay === 1 };
}

/** Reads a price body of at most 10 ids; undefined means CBC.0100. */
export function readPriceBody(
  json: unknown,
): (RenewalRequest & { readonly related: boolean }) | undefined {
  const parsed = priceBody.safeParse(json);
  const request = parsed.success ? read(parsed.data, 10) : undefined;
  return request && { ...request, related: parsed.data?.include_relative_resources === true };
}

import { z } from 'zod';

/**
 * What changed a sandbox, so that the same world, taken through the same happenings at the same
 * instants (`at`, epoch milliseconds), comes to the same state. `outcome` is what it came to, to
 * tell when it does not.
 */
export type Happening<Api extends string> =
  /** A call arrived and was counted; reading calls leave nothing else. */
  | { readonly kind: 'call'; readonly at: number; readonly api: Api }
  | { readonly kind: 'signature'; readonly at: number; readonly correct: boolean }
  | {
      readonly kind: 'operation';
      readonly at: number;
      readonly api: Api;
      readonly pathId: string | null;
      readonly query: string;
      readonly body: unknown;
      readonly outcome: unknown;
    }
  | {
      readonly kind: 'act';
      readonly at: number;
      readonly name: string;
      readonly input: unknown;
      readonly outcome: unknown;
    };

/** The happenings of a provider with these APIs. */
export function happeningSchemaOf<Api extends string>(
  apis: readonly Api[],
): z.ZodType<Happening<Api>> {
  const at = z.number();
  const api = z.enum(apis);
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('call'), at, api }),
    z.strictObject({ kind: z.literal('signature'), at, correct: z.boolean() }),
    z.strictObject({
      kind: z.literal('operation'),
      at,
      api,
      pathId: z.string().nullable(),
      query: z.string(),
      body: z.unknown(),
      outcome: z.unknown(),
    }),
    z.strictObject({
      kind: z.literal('act'),
      at,
      name: z.string(),
      input: z.unknown(),
      outcome: z.unknown(),
    }),
  ]);
}

import { z } from 'zod';

/** Parameters as they were read, or the first that is missing or wrong. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly parameter: string; readonly missing: boolean };

/** Reads a call's parameters; of one that is given twice the last counts. */
export function readParameters<Value>(
  schema: z.ZodType<Value>,
  query: URLSearchParams,
): Reading<Value> {
  const parsed = schema.safeParse(Object.fromEntries(query));
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const parameter = String(parsed.error.issues[0]?.path[0] ?? '');
  return { kind: 'wrong', parameter, missing: !query.has(parameter) };
}

/** The gateway's code for a parameter (Alibaba contract, section 6.5): MissingPeriod, InvalidPeriod. */
export function codeOf(wrong: Extract<Reading<unknown>, { readonly kind: 'wrong' }>): string {
  return `${wrong.missing ? 'Missing' : 'Invalid'}${wrong.parameter}`;
}

/** A whole number as a parameter's text. */
export const count = z
  .string()
  .regex(/^\d{1,15}$/u)
  .transform(Number);

/** A truth as a parameter's text, in any letter case. */
export const flag = z
  .string()
  .regex(/^(?:true|false)$/iu)
  .transform((text) => text.toLowerCase() === 'true');

import * as z from 'zod/mini';

type Fields = Readonly<Record<string, z.ZodMiniType>>;

/**
 * An object of an answer, its fields found in whatever case they are written: older answers begin
 * them with a small letter, newer ones with a capital (Alibaba contract, section 1.1).
 */
export function shape<F extends Fields>(
  fields: F,
): z.ZodMiniType<{ readonly [Name in keyof F]: z.output<F[Name]> }> {
  const picked = z.transform((value: unknown) => {
    if (!isObject(value)) return value;
    const given = new Map(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]));
    return Object.fromEntries(
      Object.keys(fields).map((name) => [name, given.get(name.toLowerCase())]),
    );
  });
  return z.pipe(picked, z.object(fields)) as unknown as z.ZodMiniType<{
    readonly [Name in keyof F]: z.output<F[Name]>;
  }>;
}

/**
 * A list of an answer: bare, or inside an object under this name, where a single item may stand
 * without its list (Alibaba contract, section 1.2). Absent and null are empty; anything else makes
 * the answer unreadable.
 */
export function listOf<S extends z.ZodMiniType>(
  name: string,
  item: S,
): z.ZodMiniType<readonly z.output<S>[]> {
  const unwrapped = z.transform((value: unknown) => {
    if (value === undefined || value === null) return [];
    if (!isObject(value)) return value;
    const found = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase());
    const [, inside = []] = found ?? [];
    return isObject(inside) ? [inside] : (inside ?? []);
  });
  return z.pipe(z.pipe(z.optional(z.unknown()), unwrapped), z.array(item));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

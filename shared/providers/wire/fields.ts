import { Big } from 'big.js';
import * as z from 'zod/mini';

/**
 * Fields as the provider may or may not give them. The contract calls nearly every field optional,
 * so a field that is absent or of another type reads as null and never spoils the whole answer.
 */

/** Any text or number as text; empty text is no value. */
export const text = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    const trimmed = String(value).trim();
    return trimmed === '' ? null : trimmed;
  }),
);

/** A whole number, also where it comes as text. */
export const integer = z.pipe(
  text,
  z.transform((value) => (value !== null && /^-?\d{1,15}$/u.test(value) ? Number(value) : null)),
);

/**
 * An amount as plain decimal text, exactly as written: a number is taken at the shortest decimal
 * text that means it, which is what the provider's JSON said (12.1, never 12.0999...).
 */
export const decimal = z.pipe(
  text,
  z.transform((value) =>
    value !== null && /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/iu.test(value)
      ? new Big(value.replace('+', '')).toFixed()
      : null,
  ),
);

/** Yes or no, also as text; anything else is null. */
export const flag = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => {
    const said = String(value).toLowerCase();
    return said === 'true' ? true : said === 'false' ? false : null;
  }),
);

/**
 * UTC text such as `2019-05-06T08:05:01Z` as epoch milliseconds; without a zone it is UTC too. Read
 * without seconds and with zones such as `+0800` and `+08` as well, for the spelling is not promised.
 */
export const moment = z.pipe(
  text,
  z.transform((value) => {
    const match = MOMENT.exec(value ?? '');
    if (match === null) return null;
    const [, day, time, zone = 'Z', sign, hours, minutes = '00'] = match;
    const offset = sign === undefined ? zone.toUpperCase() : `${sign}${hours}:${minutes}`;
    const at = Date.parse(`${day}T${time}${offset}`);
    return Number.isNaN(at) ? null : at;
  }),
);

const MOMENT =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|([+-])(\d\d):?(\d\d)?)?$/iu;

/** A list; absent and null are empty, anything else than a list makes the answer unreadable. */
export function list<S extends z.ZodMiniType>(item: S): z.ZodMiniType<readonly z.output<S>[]> {
  return z.pipe(
    z.nullish(z.array(item)),
    z.transform((items: z.output<S>[] | null | undefined) => items ?? []),
  );
}

/** A list that only adds to an answer: of any wrong shape, it counts as empty. */
export function listOrNone<S extends z.ZodMiniType>(
  item: S,
): z.ZodMiniType<readonly z.output<S>[]> {
  const strict = list(item);
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value) => z.safeParse(strict, value).data ?? []),
  );
}

/** A nested object that may be absent; of a wrong shape it counts as absent. */
export function maybe<S extends z.ZodMiniType>(item: S): z.ZodMiniType<z.output<S> | null> {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value) => {
      const read = item.safeParse(value);
      return read.success ? read.data : null;
    }),
  );
}

import * as z from 'zod/mini';

/**
 * Settings as a person writes them: what reads them, with a sentence for every mistake, and their
 * names, for telling a mistyped one. What is not among the names is left out of what was read.
 */
export interface WrittenSettings<Settled> {
  readonly names: readonly string[];
  readonly schema: z.ZodMiniType<Settled>;
}

/** What {@link writtenSettings} is made of. */
export interface SettingsGiven<Shape extends z.core.$ZodLooseShape, Settled> {
  /** The settings in the order in which problems are told. */
  readonly fields: Shape;
  /** Left out, null and "none" mean the same for these. */
  readonly optional: readonly (keyof Shape)[];
  /** Null is no way to leave these out: what is meant by it nobody should have to guess. */
  readonly notNull?: readonly (keyof Shape)[];
  /** Fills every default in. */
  readonly complete: (entry: z.output<z.ZodMiniObject<Shape>>) => Settled;
}

/** Makes {@link WrittenSettings} of fields that all stand in one object. */
export function writtenSettings<Shape extends z.core.$ZodLooseShape, Settled>(
  given: SettingsGiven<Shape, Settled>,
): WrittenSettings<Settled> {
  const { fields, complete } = given;
  const optional = new Set<PropertyKey>(given.optional);
  const notNull = new Set<PropertyKey>(given.notNull);
  const withoutNone = (entry: unknown): unknown => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    return Object.fromEntries(
      Object.entries(entry).filter(
        ([field, value]) =>
          !(value === null && !notNull.has(field)) && !(value === 'none' && optional.has(field)),
      ),
    );
  };
  return {
    names: Object.keys(fields),
    schema: z.pipe(z.pipe(z.transform(withoutNone), z.object(fields)), z.transform(complete)),
  };
}

/** A text that `accepts` takes; `says` is the end of the sentence about any other. */
export const text = (says: string, accepts: (value: string) => boolean) =>
  z.string(says).check(z.refine(accepts, says));

/** An amount or a share as a number or in digits. */
export const decimal = (says: string, accepts: (value: number) => boolean) =>
  z
    .union([z.number(says), z.string(says).check(z.regex(/^\d+(\.\d+)?$/u, says))], says)
    .check(z.refine((value) => accepts(Number(value)), says));

/** From 1 to `most`. */
export const wholeNumber = (most: number) => {
  const says = `must be a whole number from 1 to ${most}`;
  return z.int(says).check(z.gte(1, says), z.lte(most, says));
};

/** Parts of a day or an hour are fine. */
export const duration = (unit: string, most: number) => {
  const says = `must be a number of ${unit} above 0 and up to ${most}`;
  return z.number(says).check(z.gt(0, says), z.lte(most, says));
};

/** Whether it is a web address. */
export function isUrl(address: string): boolean {
  const read = URL.parse(address);
  return read !== null && /^https?:$/u.test(read.protocol);
}

/** Whether it is a web address without path, user or query; a slash may end it. */
export function isBaseUrl(address: string): boolean {
  const read = URL.parse(address);
  return isUrl(address) && (address === read?.origin || address === `${read?.origin}/`);
}

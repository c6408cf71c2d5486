import { z } from 'zod';

/** What has a default may be left out. */
type WithDefault = z.ZodType & { readonly unwrap: () => z.ZodType };

/** The fields of an object with no defaults, so that a change touches only what it names. */
export function changeOf<Shape extends Readonly<Record<string, WithDefault>>>(schema: {
  readonly shape: Shape;
}): z.ZodObject<
  { [Name in keyof Shape]: z.ZodOptional<ReturnType<Shape[Name]['unwrap']>> },
  z.core.$strict
> {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, field.unwrap().optional()]),
    ) as { [Name in keyof Shape]: z.ZodOptional<ReturnType<Shape[Name]['unwrap']>> },
  );
}

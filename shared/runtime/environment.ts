import * as z from 'zod/mini';

/** A whole number of seconds in an environment variable. */
export const seconds = z.pipe(
  z.string().check(z.regex(/^[1-9]\d*$/u)),
  z.transform((text) => Number(text)),
);

/** Where every function finds the table and the provider keys. */
export const baseVariables = {
  TABLE_NAME: z.string().check(z.minLength(1)),
} as const;

/** The clocks inside a run, in the order vocabulary, section 6 gives: each longer than the one before. */
export const timerVariables = {
  HTTP_TIMEOUT_SECONDS: seconds,
  KEPT_BACK_SECONDS: seconds,
  LEASE_SECONDS: seconds,
  /** How long after an unclear renew answer nothing of it can be in flight any more. */
  SETTLE_SECONDS: seconds,
  /** How late a read of the provider may show what has happened. */
  LAG_SECONDS: seconds,
} as const;

/**
 * Reads the variables that a function declares. Throws naming the variables that are missing or
 * wrong, never their values: with a wrong environment a function must not start.
 */
export function readEnvironment<S extends z.ZodMiniType>(
  schema: S,
  variables: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  const read = schema.safeParse(variables);
  if (read.success) return read.data;
  const names = [...new Set(read.error.issues.map((issue) => issue.path.join('.')))];
  throw new Error(`These environment variables are missing or wrong: ${names.join(', ')}.`);
}

import type { z } from 'zod';

/** A world that can be started, or one plain sentence on what to correct. */
export type WorldReading<World> =
  | { readonly kind: 'world'; readonly world: World }
  | { readonly kind: 'unreadable'; readonly problem: string };

type Issue = z.core.$ZodIssue;

/** In unions the branch that got furthest into the value says best what is wrong. */
function deepest(issue: Issue, above: readonly PropertyKey[] = []): Issue {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union') return { ...issue, path };
  const inner = issue.errors
    .flat()
    .filter(({ path: below, code }) => below.length > 0 || code === 'unrecognized_keys')
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return inner === undefined ? { ...issue, path } : deepest(inner, path);
}

function fieldName(path: readonly PropertyKey[]): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return text === '' ? 'the world' : text.replace(/^\./u, '');
}

function sentence(issue: Issue, json: unknown): string {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return `${field} has no field "${issue.keys[0]}"; remove it or check its spelling.`;
  }
  const value = issue.path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    json,
  );
  const fix = issue.message.replace(/^Invalid [a-z]+: /u, '').replace(/^Too /u, 'it is too ');
  return value === undefined && issue.path.length > 0
    ? `${field} is missing: ${fix}.`
    : `${field} cannot be used: ${fix}.`;
}

/** Checks what a world file holds. Names the first field that is wrong, and the fix. */
export function readWorld<World>(schema: z.ZodType<World>, json: unknown): WorldReading<World> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: 'world', world: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue === undefined) return { kind: 'unreadable', problem: 'the world cannot be used.' };
  return { kind: 'unreadable', problem: sentence(deepest(issue), json) };
}

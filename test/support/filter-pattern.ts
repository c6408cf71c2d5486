/**
 * Whether CloudWatch's filter pattern finds a log line, for the patterns that this stack has: one
 * condition or several joined by "||", each a path and a text that is to be equal. Throws on any
 * other pattern, or a test would prove nothing.
 */
export function isFound(pattern: string, line: string): boolean {
  const [, inside] = /^\{ (.*) \}$/u.exec(pattern) ?? [];
  if (inside === undefined) throw new Error(`no pattern of JSON: ${pattern}`);
  const conditions = inside.split(' || ').map((condition) => {
    const [, path, text] = /^\(?\$\.([\w.]+) = "([^"*]*)"\)?$/u.exec(condition) ?? [];
    if (path === undefined || text === undefined) throw new Error(`unknown: ${condition}`);
    return { path: path.split('.'), text };
  });
  const read = readLine(line);
  return conditions.some(({ path, text }) => at(read, path) === text);
}

/** CloudWatch finds nothing by such a pattern in what is no JSON. */
function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (known, name) =>
      typeof known === 'object' && known !== null
        ? (known as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** How names in a template are answered. All throw for a name they do not know. */
export interface References {
  /** `Ref` and the pseudo parameters; undefined is `AWS::NoValue`. */
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): string;
  /** What a mapping of the template has under two keys. */
  mapped(mapping: string, first: string, second: string): unknown;
}

function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw new Error(`A text is expected in the template, not ${JSON.stringify(value)}.`);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`A list is expected in the template, not ${JSON.stringify(value)}.`);
}

function getAtt(argument: unknown, references: References): string {
  const dotted = typeof argument === 'string' ? argument : list(argument).map(text).join('.');
  const dot = dotted.indexOf('.');
  return references.attribute(dotted.slice(0, dot), dotted.slice(dot + 1));
}

function sub(argument: unknown, references: References): string {
  const [pattern, values] = Array.isArray(argument) ? argument : [argument];
  const given = resolveIntrinsics(values ?? {}, references) as Record<string, unknown>;
  return text(pattern).replaceAll(/\$\{(!?)([^}]+)\}/gu, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in given) return text(given[name]);
    return name.includes('.') ? getAtt(name, references) : text(references.ref(name));
  });
}

function join(argument: unknown, references: References): string {
  const [separator, parts] = list(argument);
  return list(resolveIntrinsics(parts, references)).map(text).join(text(separator));
}

function findInMap(argument: unknown, references: References): unknown {
  const keys = list(resolveIntrinsics(argument, references)).map(text);
  const [mapping = '', first = '', second = ''] = keys;
  return references.mapped(mapping, first, second);
}

function intrinsic(name: string, argument: unknown, references: References): unknown {
  switch (name) {
    case 'Ref':
      return references.ref(text(argument));
    case 'Fn::GetAtt':
      return getAtt(argument, references);
    case 'Fn::Join':
      return join(argument, references);
    case 'Fn::Sub':
      return sub(argument, references);
    case 'Fn::FindInMap':
      return findInMap(argument, references);
    default:
      throw new Error(`The embedded cloud does not know the template function ${name}.`);
  }
}

/**
 * A part of a template with its intrinsic functions worked out; what is `AWS::NoValue` is left out.
 * Throws naming a function or a reference that is not known.
 */
export function resolveIntrinsics(value: unknown, references: References): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => resolveIntrinsics(item, references))
      .filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return intrinsic(only[0], only[1], references);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolveIntrinsics(item, references)] as const)
      .filter(([, item]) => item !== undefined),
  );
}

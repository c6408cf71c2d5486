import * as z from 'zod/mini';
import {
  moneySchema,
  rowOutcomeSchema,
  termSchema,
  wallTimeSchema,
} from '../../../shared/store/domain-schemas.ts';
import { reasonIdSchema, reasonSchema } from '../../../shared/store/reason-schemas.ts';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

function jsonSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { reused: 'inline', io: 'input' });
  return rest as JsonSchema;
}

/** Shapes that stand in many places are named there; each has a pin of its own. */
const NAMED = new Map(
  Object.entries({
    money: moneySchema,
    term: termSchema,
    'wall time': wallTimeSchema,
    'row outcome': rowOutcomeSchema,
    'reason id': reasonIdSchema,
    reason: reasonSchema,
  }).map(([name, schema]) => [JSON.stringify(jsonSchema(schema)), name]),
);

/** A stored schema, as it is read, as one line for each field: its path and what may stand there. */
export function shapeOf(schema: z.ZodMiniType): string[] {
  const root = jsonSchema(schema);
  return root.properties === undefined
    ? linesOf('', root)
    : Object.entries(root.properties).flatMap(([name, inner]) => linesOf(name, inner));
}

function linesOf(path: string, schema: JsonSchema): string[] {
  const name = NAMED.get(JSON.stringify(schema));
  if (name !== undefined) return [`${path}: ${name}`];
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) return variantsOf(path, variants);
  if (schema.items !== undefined) return linesOf(`${path}[]`, schema.items);
  if (typeof schema.additionalProperties === 'object' && isRecord(schema)) {
    return linesOf(`${path}{${plain(schema.propertyNames ?? {})}}`, schema.additionalProperties);
  }
  if (schema.properties === undefined) return [`${path}: ${plain(schema)}`];
  return Object.entries(schema.properties).flatMap(([field, inner]) => {
    const optional = schema.required?.includes(field) === true ? '' : '?';
    return linesOf(`${path}.${field}${optional}`, inner);
  });
}

/** Plain variants in one line; objects one after the other, each under its kind. */
function variantsOf(path: string, variants: readonly JsonSchema[]): string[] {
  const objects = variants.filter((one) => !isPlain(one));
  const others = variants.filter(isPlain);
  if (objects.length === 0) return [`${path}: ${others.map(plain).join(' | ')}`];
  const at = others.length === 0 ? path : `${path}(or ${others.map(plain).join(' | ')})`;
  return objects.flatMap((one) => {
    const { kind } = one.properties ?? {};
    return linesOf(kind === undefined ? at : `${at}<${plain(kind)}>`, one);
  });
}

/** Not an object that only keeps what it does not know. */
function isRecord({ properties }: JsonSchema): boolean {
  return properties === undefined;
}

function isPlain({ properties, items, anyOf, oneOf }: JsonSchema): boolean {
  return [properties, items, anyOf, oneOf].every((one) => one === undefined);
}

function plain({ type = [], pattern, ...rest }: JsonSchema): string {
  if (rest.const !== undefined) return JSON.stringify(rest.const);
  if (rest.enum !== undefined) return rest.enum.map((one) => JSON.stringify(one)).join(' | ');
  const name = [type].flat().join(' | ');
  return pattern === undefined ? name : `${name} /${pattern}/`;
}

import * as z from 'zod/mini';
import type { WireAnswer } from '../permissions/access-denied.ts';

/** The attributes that are keys of a table, and those that are keys of its indexes. */
export interface KeyAttributes {
  readonly table: readonly string[];
  readonly indexes: readonly string[];
}

const keySchema = z.array(z.object({ AttributeName: z.string() }));
const tableKeys = z.object({
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z._default(z.array(z.object({ KeySchema: keySchema })), []),
});

/** Reads them from a table of the template. */
export function keyAttributes(properties: unknown): KeyAttributes {
  const { KeySchema, GlobalSecondaryIndexes } = tableKeys.parse(properties);
  return {
    table: namesIn(KeySchema),
    indexes: GlobalSecondaryIndexes.flatMap((index) => namesIn(index.KeySchema)),
  };
}

function namesIn(keys: z.output<typeof keySchema>): readonly string[] {
  return keys.map(({ AttributeName }) => AttributeName);
}

const item = z.record(z.string(), z.unknown());
const write = z.object({
  TableName: z.string(),
  Item: z._default(item, {}),
  Key: z._default(item, {}),
  UpdateExpression: z._default(z.string(), ''),
  ExpressionAttributeNames: z._default(z.record(z.string(), z.string()), {}),
  ExpressionAttributeValues: z._default(item, {}),
});
const WRITES: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem']);

/** The attributes that an update sets as they are, by their names. */
function setAttributes(input: z.output<typeof write>): Readonly<Record<string, unknown>> {
  const settings = input.UpdateExpression.matchAll(/(?<name>#?\w+)\s*=\s*(?<value>:\w+)/gu);
  return Object.fromEntries(
    [...settings].map(({ groups }) => {
      const { name = '', value = '' } = groups ?? {};
      return [input.ExpressionAttributeNames[name] ?? name, input.ExpressionAttributeValues[value]];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'S' in value && value.S === '';
}

const EMPTY = 'The AttributeValue for a key attribute cannot contain an empty string value.';
const INVALID = 'One or more parameter values are not valid.';

/**
 * DynamoDB's refusal of a single write with an empty text in a key of the table or of one of its
 * indexes, which the emulator stores; null: there is none.
 */
export function emptyKey(
  operation: string,
  input: unknown,
  tables: ReadonlyMap<string, KeyAttributes>,
): WireAnswer | null {
  if (!WRITES.has(operation)) return null;
  const read = write.parse(input);
  const keys = tables.get(read.TableName);
  const written = { ...read.Item, ...read.Key, ...setAttributes(read) };
  const empty = (name: string): boolean => isEmpty(written[name]);
  const ofTable = keys?.table.find(empty);
  const ofIndex = keys?.indexes.find(empty);
  if (ofTable !== undefined) return invalid(`${INVALID} ${EMPTY} Key: ${ofTable}`);
  if (ofIndex === undefined) return null;
  return invalid(
    `${INVALID} A value specified for a secondary index key is not supported. ${EMPTY} IndexKey: ${ofIndex}`,
  );
}

function invalid(message: string): WireAnswer {
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: 'com.amazon.coral.validate#ValidationException', message }),
  };
}

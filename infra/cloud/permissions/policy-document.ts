import * as z from 'zod/mini';
import type { Statement } from './permissions.ts';

const oneOrMany = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (Array.isArray(value) ? value : [value])),
);

const statementSchema = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMany,
  Resource: z._default(oneOrMany, ['*']),
  Principal: z.optional(z.unknown()),
  Condition: z.optional(z.unknown()),
});

/** A policy document of a template. `NotAction` and `NotResource` are refused. */
export const policyDocument = z.object({
  Statement: z.pipe(
    z.union([z.array(statementSchema), statementSchema]),
    z.transform((value) => (Array.isArray(value) ? value : [value])),
  ),
});

/** The statements of a document, with those it grants to one service alone where one is given. */
export function readStatements(
  document: z.output<typeof policyDocument>,
  service?: string,
): readonly Statement[] {
  return document.Statement.filter(
    ({ Principal }) => !service || JSON.stringify(Principal ?? '').includes(`"${service}"`),
  ).map((statement) => ({
    sid: statement.Sid,
    effect: statement.Effect,
    actions: statement.Action,
    resources: statement.Resource,
    conditional: statement.Condition !== undefined,
  }));
}

import * as z from 'zod/mini';
import type { LocalResource, LocalStack } from '../template/local-stack.ts';
import type { Statement } from './permissions.ts';
import { policyDocument, readStatements } from './policy-document.ts';

const roleProperties = z.object({
  ManagedPolicyArns: z._default(z.array(z.string()), []),
  Policies: z._default(z.array(z.object({ PolicyDocument: policyDocument })), []),
});
const policyProperties = z.object({
  Roles: z._default(z.array(z.string()), []),
  PolicyDocument: policyDocument,
});

/** Policies AWS itself keeps. Logs are no calls here, so the first one adds nothing. */
const awsPolicies: ReadonlyMap<string, readonly Statement[]> = new Map([
  ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', []],
]);

interface Policy {
  readonly ref: string;
  readonly roles: readonly string[];
  readonly statements: readonly Statement[];
}

function readPolicy({ ref, properties }: LocalResource): Policy {
  const { Roles, PolicyDocument } = policyProperties.parse(properties);
  return { ref, roles: Roles, statements: readStatements(PolicyDocument) };
}

function managed(reference: string, policies: readonly Policy[]): readonly Statement[] {
  const own = policies.find(({ ref }) => ref === reference)?.statements;
  const found = own ?? awsPolicies.get(reference);
  if (found) return found;
  throw new Error(`The embedded cloud does not know the managed policy ${reference}.`);
}

/** What each role may do, by the role's ARN. Throws naming a managed policy it does not know. */
export function readRoles(stack: LocalStack): ReadonlyMap<string, readonly Statement[]> {
  const policies = [
    ...stack.ofType('AWS::IAM::Policy'),
    ...stack.ofType('AWS::IAM::ManagedPolicy'),
  ].map(readPolicy);
  return new Map(
    stack.ofType('AWS::IAM::Role').map(({ ref, attributes, properties }) => {
      const { ManagedPolicyArns, Policies } = roleProperties.parse(properties);
      const statements = [
        ...Policies.flatMap(({ PolicyDocument }) => readStatements(PolicyDocument)),
        ...policies.filter(({ roles }) => roles.includes(ref)).flatMap((one) => one.statements),
        ...ManagedPolicyArns.flatMap((reference) => managed(reference, policies)),
      ];
      return [attributes['Arn'] ?? ref, statements];
    }),
  );
}

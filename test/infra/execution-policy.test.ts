import { expect, test } from 'vitest';
import { textOf } from '../support/pages.ts';
import { Synthesized } from './synthesized.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

const [, json = ''] = /\n```json\n(\{\n {2}"Version"[^]*?\n)```\n/u.exec(
  textOf('infra/docs/deployments.md'),
)!;
const { Statement: statements } = JSON.parse(json) as { Statement: readonly Statement[] };
const allowed = statements.filter(({ Effect }) => Effect === 'Allow');

/** `AWS::S3::Bucket` is of the service that IAM calls `s3`, and so are all kinds that the stack has. */
function serviceOf(type: string): string {
  return type.split('::')[1]!.toLowerCase();
}

test('the policy of a pipeline covers every kind of resource of the stack, and no other service', () => {
  const types = Object.values(new Synthesized().json.Resources).map(({ Type }) => Type);
  const needed = new Set(types.map(serviceOf));
  const given = new Set(
    allowed.flatMap(({ Action }) => Action).map((action) => action.split(':')[0]!),
  );

  expect([...needed].filter((service) => !given.has(service))).toEqual([]);
  // The version of the CDK's own stack is a parameter.
  expect([...given].filter((service) => !needed.has(service))).toEqual(['ssm']);
});

test('it gives all actions of a service on our own names only, and reads no key', () => {
  const wide = allowed.filter(({ Action }) => Action.some((action) => action.endsWith(':*')));
  const resources = wide.flatMap(({ Resource }) => Resource);

  expect(resources).not.toContain('*');
  const foreign = resources.filter(
    (arn) => !/renewsheet|event-source-mapping|query-definition/u.test(arn),
  );
  expect(foreign).toEqual([]);
  const denied = statements.filter(({ Effect }) => Effect === 'Deny').flatMap((one) => one.Action);
  expect(denied).toContain('secretsmanager:GetSecretValue');
});

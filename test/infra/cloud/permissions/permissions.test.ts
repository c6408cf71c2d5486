import { expect, test } from 'vitest';
import { isAllowed, type Statement } from '../../../../infra/cloud/permissions/permissions.ts';

const read = { action: 's3:GetObject', resource: 'arn:aws:s3:::quotes/approved/a.xlsx' };

function statement(change: Partial<Statement> = {}): Statement {
  const usual = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['*'] } as const;
  return { ...usual, conditional: false, ...change };
}

test.each<[string, boolean, readonly Statement[]]>([
  ['nothing is allowed by itself', false, []],
  ['an action and a resource that fit allow', true, [statement()]],
  ['actions may be patterns of any case', true, [statement({ actions: ['S3:Get*'] })]],
  ['another action does not allow', false, [statement({ actions: ['s3:Put*'] })]],
  ['a star spans slashes', true, [statement({ resources: ['arn:aws:s3:::quotes/*'] })]],
  ['a question mark is one sign', true, [statement({ resources: ['arn:aws:s3:::quotes/*.xls?'] })]],
  ['a dot is a dot', false, [statement({ resources: ['arn:aws:s3:::quotes/approved/a?xls.'] })]],
  [
    'the bucket alone is not its objects',
    false,
    [statement({ resources: ['arn:aws:s3:::quotes'] })],
  ],
  ['a denial beats an allowance', false, [statement(), statement({ effect: 'Deny' })]],
  [
    'a conditional denial is not applied',
    true,
    [statement(), statement({ effect: 'Deny', conditional: true })],
  ],
])('%s', (_, expected, statements) => {
  expect(isAllowed(statements, read)).toBe(expected);
});

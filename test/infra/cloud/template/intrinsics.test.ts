import { expect, test } from 'vitest';
import { resolveIntrinsics, type References } from '../../../../infra/cloud/template/intrinsics.ts';

const references: References = {
  ref: (name) => (name === 'AWS::NoValue' ? undefined : `<${name}>`),
  attribute: (logicalId, attribute) => `<${logicalId}/${attribute}>`,
  mapped: (...keys) => `<${keys.join('/')}>`,
};

test.each([
  ['a reference', { Ref: 'Queue' }, '<Queue>'],
  ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, '<Queue/Arn>'],
  ['a dotted attribute', { 'Fn::GetAtt': 'Queue.Arn' }, '<Queue/Arn>'],
  [
    'a join of references',
    { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Region' }, 1]] },
    'arn:<AWS::Region>:1',
  ],
  [
    'a substitution',
    { 'Fn::Sub': 'a-${AWS::Region}-${Q.Arn}-${!x}' },
    'a-<AWS::Region>-<Q/Arn>-${x}',
  ],
  ['a substitution with values', { 'Fn::Sub': ['${a}/${b}', { a: { Ref: 'B' } }] }, '<B>/<b>'],
  [
    'what is mapped',
    { 'Fn::FindInMap': ['Hosts', { Ref: 'AWS::Partition' }, 'host'] },
    '<Hosts/<AWS::Partition>/host>',
  ],
  ['what is no value', { a: [1, { Ref: 'AWS::NoValue' }], b: { Ref: 'AWS::NoValue' } }, { a: [1] }],
  ['things within things', { a: [{ b: { Ref: 'C' }, c: null }] }, { a: [{ b: '<C>', c: null }] }],
])('resolves %s', (_, value, expected) => {
  expect(resolveIntrinsics(value, references)).toStrictEqual(expected);
});

test('names a function it does not know', () => {
  expect(() => resolveIntrinsics({ 'Fn::ImportValue': 'x' }, references)).toThrow(
    /Fn::ImportValue/u,
  );
});

import { expect, test } from 'vitest';
import { Synthesized } from './synthesized.ts';

const synthesized = new Synthesized();
const ROLES = [
  'Intake',
  'RenewChunk',
  'FinishJob',
  'Tick',
  'Operate',
  'CheckQuote',
  'ExportQuote',
].map((name) => `Workers${name}Role`);
const PAYING_ROLE = 'WorkersRenewChunkRole';
/** They look at the provider and change nothing there. */
const LOOKING_ROLES = ['WorkersCheckQuoteRole', 'WorkersExportQuoteRole'];

test('the roles allow named statements of named actions, never all actions or all resources', () => {
  for (const role of ROLES) {
    for (const statement of synthesized.statements(role)) {
      expect(statement.Sid).toMatch(/^\w+$/u);
      expect([statement.Action].flat().join(' ')).not.toContain('*');
      expect([statement.Resource].flat()).not.toContain('*');
    }
  }
});

test('the paying one names every resource in full, but for the keys of the stage', () => {
  const others = synthesized
    .statements(PAYING_ROLE)
    .filter(({ Sid }) => Sid !== 'ReadProviderKeys');

  expect(JSON.stringify(others)).not.toContain('*');
});

test('the paying one sees no file', () => {
  expect(synthesized.actions(PAYING_ROLE).filter((action) => action.startsWith('s3:'))).toEqual([]);
});

test('only those that call the provider read keys, and only those of the stage', () => {
  const reading = ROLES.filter((role) =>
    synthesized.actions(role).some((action) => action.startsWith('secretsmanager:')),
  );

  expect(reading).toEqual([PAYING_ROLE, 'WorkersFinishJobRole', ...LOOKING_ROLES]);
  for (const role of reading) {
    expect(synthesized.statements(role)).toContainEqual({
      Sid: 'ReadProviderKeys',
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      Resource: {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':secretsmanager:',
            { Ref: 'AWS::Region' },
            ':',
            { Ref: 'AWS::AccountId' },
            ':secret:renewsheet/*',
          ],
        ],
      },
    });
  }
});

test('nobody deletes an item or an object, or writes where people drop approved files', () => {
  const all = ROLES.flatMap((role) => synthesized.statements(role));
  const writing = all.filter(({ Action }) => [Action].flat().includes('s3:PutObject'));

  expect(all.flatMap(({ Action }) => Action).join(' ')).not.toMatch(/DeleteItem|DeleteObject/u);
  expect(JSON.stringify(writing)).not.toContain('approved/');
});

test.each(LOOKING_ROLES)(
  '%s changes no item, sees no approved file, and reaches no job',
  (role) => {
    const statements = synthesized.statements(role);
    const actions = synthesized.actions(role);

    expect(actions.filter((action) => action.startsWith('dynamodb:'))).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
    ]);
    expect(JSON.stringify(statements)).not.toContain('approved/');
    expect(JSON.stringify(statements)).not.toMatch(/jobs\/\*|Queues(?:Uploads|Chunks|Finish)/u);
    expect(
      JSON.stringify(statements.filter(({ Action }) => [Action].flat().includes('s3:PutObject'))),
    ).toMatch(/exports\/\*/u);
  },
);

test('each function runs under a role of its own', () => {
  const roles = synthesized
    .all('AWS::Lambda::Function')
    .map(([, { Properties }]) => JSON.stringify(Properties['Role']));

  expect(new Set(roles).size).toBe(ROLES.length);
});

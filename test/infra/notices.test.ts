import { expect, test } from 'vitest';
import { Synthesized, TLS_ONLY, productionStack } from './synthesized.ts';

const synthesized = new Synthesized(productionStack({ noticeEmails: ['finance@example.com'] }));
const TELLING = ['WorkersIntakeRole', 'WorkersFinishJobRole', 'WorkersTickRole'];
const TOPIC = { Ref: expect.stringMatching(/^NoticeTopic/u) };

test('the topic of the notices is encrypted and takes nothing that does not come over TLS', () => {
  const { Properties } = synthesized.one('AWS::SNS::Topic', 'NoticeTopic');

  expect(JSON.stringify(Properties['KmsMasterKeyId'])).toContain('alias/aws/sns');
  expect(synthesized.policy('AWS::SNS::TopicPolicy', 'NoticeTopic')).toContainEqual(
    expect.objectContaining(TLS_ONLY),
  );
});

test('the addresses of the stage get the notices by mail, and no alarms', () => {
  expect(synthesized.one('AWS::SNS::Subscription', 'NoticeTopic').Properties).toMatchObject({
    Protocol: 'email',
    Endpoint: 'finance@example.com',
    TopicArn: TOPIC,
  });
  expect(synthesized.all('AWS::SNS::Subscription')).toHaveLength(1);
});

test('those that tell may publish to this topic and to no other, and know where it is', () => {
  for (const role of TELLING) {
    expect(synthesized.statements(role)).toContainEqual({
      Sid: 'Tell',
      Effect: 'Allow',
      Action: 'sns:Publish',
      Resource: TOPIC,
    });
    const name = role.replace('Role', 'Function');
    expect(synthesized.one('AWS::Lambda::Function', name).Properties['Environment']).toMatchObject({
      Variables: { NOTICE_TOPIC_ARN: TOPIC },
    });
  }
});

test('the paying one tells nobody', () => {
  const actions = synthesized.actions('WorkersRenewChunkRole');

  expect(actions.filter((action) => action.startsWith('sns:'))).toEqual([]);
});

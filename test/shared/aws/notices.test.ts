import { InvalidParameterException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { openNotices } from '../../../shared/aws/notices.ts';
import { noticeSubject } from '../../../shared/notices/notice-subject.ts';
import { PLAIN } from '../../../shared/notices/notice-words.ts';
import { noticeText } from '../../../shared/notices/notice-text.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { EVERY_NOTICE } from '../../support/notice-sample.ts';

process.env['AWS_REGION'] = 'eu-central-1';
const sns = mockClient(SNSClient);
const notices = openNotices('the topic', [testAccount({ expiryZone: 'UTC' })]);
const [notice] = EVERY_NOTICE;

beforeEach(() => {
  sns.reset();
});

function published() {
  return sns.commandCalls(PublishCommand).map(({ args }) => args[0].input);
}

test('a notice goes to the topic with subject, text and attributes to choose by', async () => {
  sns.on(PublishCommand).resolves({});
  await notices.send(notice!);

  expect(published()).toEqual([
    {
      TopicArn: 'the topic',
      Subject: noticeSubject(notice!, PLAIN),
      Message: noticeText(notice!, 'eu-central-1', PLAIN),
      MessageAttributes: {
        account: { DataType: 'String', StringValue: 'main' },
        kind: { DataType: 'String', StringValue: 'accepted' },
        job: { DataType: 'String', StringValue: 'job0000001' },
      },
    },
  ]);
});

test.each([
  ['', 'unknown'],
  ['\u0000', 'unknown'],
  ['a\nb', 'a b'],
  ['项目', '项目'],
])('a folder called %j is an attribute that SNS takes', async (account, value) => {
  sns.on(PublishCommand).resolves({});
  await notices.send({ ...notice!, account });

  expect(published()[0]?.MessageAttributes?.['account']?.StringValue).toBe(value);
});

test('throws what the topic throws: the notice is still to be sent', async () => {
  const error = new Error('AuthorizationError');
  sns.on(PublishCommand).rejects(error);

  await expect(notices.send(notice!)).rejects.toBe(error);
});

test('a subject that is refused for its script is sent once more in ASCII', async () => {
  const refusal = new InvalidParameterException({ $metadata: {}, message: 'Subject' });
  sns.on(PublishCommand).rejectsOnce(refusal).resolves({});
  await notices.send({ ...notice!, key: 'approved/main/续费.xlsx', language: 'zh' });

  expect(published().map(({ Subject }) => Subject)).toEqual([
    '[main] 已接受，241行中224行待续费：续费.xlsx（任务job0000001）',
    '[main] Accepted, 224 of 241 rows to renew (job job0000001)',
  ]);
  expect(published()[1]?.Message).toContain('无需处理');
});

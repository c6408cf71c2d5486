import { expect, test } from 'vitest';
import { Synthesized } from './synthesized.ts';

const synthesized = new Synthesized();
const statements = synthesized.statements('WorkersCheckQuoteRole');
const actions = synthesized.actions('WorkersCheckQuoteRole');

test('the dry run can change nothing in the table', () => {
  expect(actions.filter((action) => action.startsWith('dynamodb:'))).toEqual([
    'dynamodb:GetItem',
    'dynamodb:Query',
  ]);
});

test('the dry run reaches no queue but its own, so that it can set no job going', () => {
  const sending = statements.filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));

  expect(JSON.stringify(statements)).not.toMatch(/QueuesChunks|QueuesFinish|QueuesUploads/u);
  expect(JSON.stringify(sending)).toMatch(/QueuesChecksQueue/u);
});

test('the dry run writes where people read, and its own pieces, never an approved file or a plan', () => {
  const writing = statements
    .filter(({ Action }) => [Action].flat().includes('s3:PutObject'))
    .map(({ Sid, Resource }) => [Sid, JSON.stringify(Resource).match(/"\/([^"]*)"/u)?.[1]]);

  expect(writing).toEqual([
    ['WriteChecks', 'jobs/checks/*'],
    ['WriteExports', 'exports/*'],
    ['WriteResults', 'results/*'],
  ]);
});

test('a file under check/ goes to the queue of dry runs, one under approved/ to that of jobs', () => {
  const { Properties } = synthesized.one('AWS::S3::Bucket', 'QuotesBucket');
  const { QueueConfigurations: told } = Properties['NotificationConfiguration'] as {
    readonly QueueConfigurations: readonly unknown[];
  };

  expect(told.map((one) => JSON.stringify(one))).toEqual([
    expect.stringMatching(/"approved\/".*QueuesUploadsQueue/u),
    expect.stringMatching(/ObjectRemoved.*"approved\/".*QueuesUploadsQueue/u),
    expect.stringMatching(/"check\/".*QueuesChecksQueue/u),
  ]);
});

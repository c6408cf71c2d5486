import { describe, expect, test } from 'vitest';
import { type Asked, readArguments } from '../../../../infra/cli/read-arguments.ts';
import { problemOf } from '../problem-of.ts';

function read(args: readonly string[], user = 'ada'): Asked {
  return readArguments(['jobs', ...args], user);
}

const NOTHING_SAID = { cloud: { kind: 'any' }, watch: false, json: false };
const LOCAL = { kind: 'local', data: null };

function aws(more: Readonly<Record<string, string>>) {
  return { kind: 'aws', profile: null, region: null, functionName: null, ...more };
}

describe('the command line of npm run jobs', () => {
  test.each([
    [['list'], { command: 'list' }],
    [['list', '--account', 'main'], { command: 'list', account: 'main' }],
    [['status', 'k7m'], { command: 'status', job: 'k7m' }],
    [['resume', 'k7m2xq9d4a'], { command: 'resume', job: 'k7m2xq9d4a', by: 'ada' }],
    [['cancel', 'k7m', '--by', 'Bob B.'], { command: 'cancel', job: 'k7m', by: 'Bob B.' }],
    [['redrive', 'k7m'], { command: 'redrive', job: 'k7m', by: 'ada' }],
    [
      ['settle', 'k7m', 'vm-1', '--as', 'renew again'],
      { command: 'settle', job: 'k7m', resource: 'vm-1', as: 'renew again', by: 'ada' },
    ],
    [['export', 'main'], { command: 'export', account: 'main', by: 'ada' }],
    [
      ['export', 'main', '--urgent', '--term', '1y', '--by', 'Bob'],
      { command: 'export', account: 'main', due: 'urgent', term: '1y', by: 'Bob' },
    ],
    [
      [
        'export',
        'main',
        '--due',
        '30d',
        '--ids',
        'a, b,',
        '--services',
        's',
        '--statuses',
        'in use,frozen',
      ],
      {
        command: 'export',
        account: 'main',
        due: '30d',
        ids: ['a', 'b'],
        serviceTypes: ['s'],
        statuses: ['in use', 'frozen'],
        by: 'ada',
      },
    ],
    [['rows', 'k7m'], { command: 'rows', job: 'k7m' }],
    [
      ['rows', 'k7m', '--outcome', 'needs review'],
      { command: 'rows', job: 'k7m', outcome: 'needs review' },
    ],
    [['journal', 'k7m'], { command: 'journal', job: 'k7m' }],
    [['queues'], { command: 'queues' }],
    [
      ['settle', 'k7m', '--order', 'CS1', '--as', 'paid'],
      { command: 'settle', job: 'k7m', order: 'CS1', as: 'paid', by: 'ada' },
    ],
    [
      ['settle', 'k7m', '--all', '--as', 'not paid'],
      { command: 'settle', job: 'k7m', all: true, as: 'not paid', by: 'ada' },
    ],
  ])('reads %j', (args, event) => {
    expect(read(args)).toEqual({
      kind: 'jobs',
      command: { event, ...NOTHING_SAID },
    });
  });

  test.each([
    [['list', '--local'], { cloud: LOCAL }],
    [['list', '--data', 'there'], { cloud: { kind: 'local', data: 'there' } }],
    [['list', '--local', '--data', 'there'], { cloud: { kind: 'local', data: 'there' } }],
    [['list', '--region', 'eu-west-1'], { cloud: aws({ region: 'eu-west-1' }) }],
    [['list', '--profile', 'p'], { cloud: aws({ profile: 'p' }) }],
    [['list', '--function', 'f'], { cloud: aws({ functionName: 'f' }) }],
    [['status', 'k7m', '--watch', '--json'], { watch: true, json: true }],
    [['--watch', '--data', 'there', 'status', 'k7m'], { watch: true }],
  ])('takes the options of %j', (args, wanted) => {
    expect(read(args)).toMatchObject({ command: wanted });
  });

  test('asks for help before anything else', () => {
    expect(read(['frob', '--help'])).toMatchObject({ kind: 'help' });
  });

  test.each([
    [[], 'Say what is to be done.'],
    [['frob'], 'There is no command "frob".'],
    [['constructor'], 'There is no command "constructor".'],
    [['list', 'k7m'], 'list takes nothing more.'],
    [['status'], 'status takes one job.'],
    [['resume', 'k7m', 'k8m'], 'resume takes one job.'],
    [
      ['settle', 'k7m', '--as', 'paid'],
      'settle takes a job and one of a resource, --order and --all.',
    ],
    [
      ['settle', 'k7m', 'vm-1', '--all', '--as', 'paid'],
      'settle takes a job and one of a resource, --order and --all.',
    ],
    [['queues', 'k7m'], 'queues takes nothing more.'],
    [['rows'], 'rows takes one job.'],
    [
      ['rows', 'k7m', '--outcome', 'lost'],
      '--outcome must be one of "renewed", "already renewed", "held: price changed", "not renewable", "invalid", "not approved", "not attempted", "needs review", "open".',
    ],
    [['export'], 'export takes one account.'],
    [['export', 'main', '--due', '7d', '--urgent'], 'Say either --due or --urgent.'],
    [
      ['export', 'main', '--statuses', 'old'],
      '--statuses must be a list of "in use", "expired", "frozen", "closed".',
    ],
    [
      ['export', 'main', '--term', '13m'],
      '--term must be a term such as "1 month" or "1y": 1 to 11 months or 1 to 3 years.',
    ],
    [['list', '--urgent'], 'list does not take --urgent.'],
    [['settle', 'k7m', 'vm-1'], 'settle needs --as with one of "paid", "not paid", "renew again".'],
    [
      ['settle', 'k7m', 'vm-1', '--as', 'maybe'],
      '--as must be one of "paid", "not paid", "renew again".',
    ],
    [['cancel', 'k7m', '--by', ''], '--by must be the name of the person who does it.'],
    [['status', 'k7'], 'The job must be the id of a job, or its first characters (3 at least).'],
    [['status', '../x'], 'The job must be the id of a job, or its first characters (3 at least).'],
    [['cancel', 'k7m', '--watch'], 'cancel does not take --watch.'],
    [['status', 'k7m', '--by', 'ada'], 'status does not take --by.'],
    [['resume', 'k7m', '--as', 'paid'], 'resume does not take --as.'],
    [['status', 'k7m', '--account', 'main'], 'status does not take --account.'],
    [
      ['list', '--local', '--region', 'eu-west-1'],
      '--region is for AWS and --local for the local cloud: leave one out.',
    ],
    [['list', '--bogus'], "Unknown option '--bogus'."],
  ])('refuses %j in one sentence', (args, problem) => {
    expect(problemOf('jobs', ...args)).toBe(`${problem} See npm run jobs -- --help.`);
  });

  test('does not act for a person without a name', () => {
    expect(() => read(['resume', 'k7m'], '')).toThrow('--by must be the name of the person');
    expect(read(['status', 'k7m'], '')).toMatchObject({ kind: 'jobs' });
  });
});

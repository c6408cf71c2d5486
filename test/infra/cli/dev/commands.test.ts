import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../../infra/cli/read-arguments.ts';
import { problemOf } from '../problem-of.ts';

describe('the command line of npm run dev', () => {
  test('takes nothing, or a folder and a world', () => {
    expect(readArguments(['dev'], 'ada')).toEqual({
      kind: 'dev',
      command: { data: null, world: null, sample: null, accounts: null, yes: false },
    });
    expect(readArguments(['dev', '--data', 'there', '--world', 'w.json'], 'ada')).toEqual({
      kind: 'dev',
      command: { data: 'there', world: 'w.json', sample: null, accounts: null, yes: false },
    });
    expect(readArguments(['dev', '--sample', 'alibaba'], 'ada')).toMatchObject({
      command: { data: null, sample: 'alibaba' },
    });
    expect(readArguments(['dev', '-h'], 'ada')).toMatchObject({ kind: 'help' });
  });

  test.each([
    [['--bogus'], "Unknown option '--bogus'. See npm run dev -- --help."],
    [['quote.xlsx'], "Unexpected argument 'quote.xlsx'. See npm run dev -- --help."],
    [
      ['--sample', 'aws'],
      'There is no sample of "aws": say huawei or alibaba. See npm run dev -- --help.',
    ],
    [
      ['--accounts', 'a.json', '--sample', 'alibaba'],
      '--sample is of the sandbox, which does not run with --accounts: leave one out. See npm run dev -- --help.',
    ],
    [
      ['--accounts', 'a.json', '--world', 'w.json'],
      '--world describes the sandbox, which does not run with --accounts: leave one out. See npm run dev -- --help.',
    ],
  ])('refuses %j in one sentence', (args, problem) => {
    expect(problemOf('dev', ...args)).toBe(problem);
  });
});

describe('the command line of npm run world', () => {
  test.each([
    [['topup', '100.50'], { name: 'topUp', input: { amount: '100.50' }, subject: '100.50' }],
    [['balance', '0'], { name: 'setBalance', input: { amount: '0' }, subject: '0' }],
    [['lock', 'vm-1'], { name: 'lock', input: { resource: 'vm-1' }, subject: 'vm-1' }],
    [['unlock', 'vm-1'], { name: 'unlock', input: { resource: 'vm-1' }, subject: 'vm-1' }],
    [
      ['reprice', 'vm-1', '12.5'],
      { name: 'reprice', input: { resource: 'vm-1', month: '12.5' }, subject: 'vm-1' },
    ],
    [
      ['reprice', 'vm-1', '120', '--year'],
      { name: 'reprice', input: { resource: 'vm-1', year: '120' }, subject: 'vm-1' },
    ],
    [
      ['renew', 'vm-1', '--years', '2'],
      {
        name: 'renewOutside',
        input: { resource: 'vm-1', period: 'year', count: 2 },
        subject: 'vm-1',
      },
    ],
    [['pay', 'CS1'], { name: 'payOrder', input: { order: 'CS1' }, subject: 'CS1' }],
    [['cancel', 'CS1'], { name: 'cancelOrder', input: { order: 'CS1' }, subject: 'CS1' }],
    [['show'], null],
    [['reset'], 'reset'],
  ])('reads %j', (args, act) => {
    expect(readArguments(['world', ...args], 'ada')).toEqual({
      kind: 'world',
      command: { data: null, account: null, act },
    });
  });

  test.each([
    [[], 'Say what is to happen.'],
    [['fly'], 'There is no act "fly".'],
    [['show', 'me'], 'show takes nothing more.'],
    [['reset', '--account', 'main'], 'reset is for all accounts: leave --account out.'],
    [['topup'], 'topup takes one amount.'],
    [['topup', 'much'], '"much" is no amount above 0, such as 100.00.'],
    [['topup', '0.00'], '"0.00" is no amount above 0, such as 100.00.'],
    [['topup', '1.005'], '"1.005" is no amount above 0, such as 100.00.'],
    [['topup', '-5'], "Unknown option '-5'."],
    [['balance', 'short'], '"short" is no amount, such as 100.00.'],
    [['topup', '5', '--months', '1'], 'Only renew takes --months and --years.'],
    [['show', '--year'], 'Only reprice takes --year.'],
    [['lock', 'a', 'b'], 'lock takes one resource.'],
    [['reprice', 'vm-1'], 'reprice takes a resource and a price.'],
    [['reprice', 'vm-1', 'dear'], '"dear" is no price, such as 12.50.'],
    [['renew', 'vm-1', '--months', '0'], '"0" is no number of months or years.'],
    [['renew', 'vm-1', '--months', '1', '--years', '1'], 'Give --months or --years, not both.'],
  ])('refuses %j in one sentence', (args, problem) => {
    expect(problemOf('world', ...args)).toBe(`${problem} See npm run world -- --help.`);
  });
});

import { describe, expect, test } from 'vitest';
import { type Asked, readArguments } from '../../../../infra/cli/read-arguments.ts';
import { problemOf } from '../problem-of.ts';

function read(args: readonly string[]): Asked {
  return readArguments(['start', ...args], 'ada');
}

describe('the command line of npm start', () => {
  test('runs the bundled sample into ./out when nothing is said', () => {
    expect(read([])).toEqual({
      kind: 'start',
      command: {
        file: null,
        sample: null,
        account: null,
        accounts: null,
        world: null,
        out: 'out',
        check: false,
        yes: false,
        json: false,
      },
    });
  });

  test('takes a file and every option', () => {
    const args = [
      'quote.xlsx',
      '--account',
      'main',
      '--accounts',
      'a.json',
      '--out',
      'x',
      '--check',
      '--yes',
      '--json',
    ];

    expect(read(args)).toEqual({
      kind: 'start',
      command: {
        file: 'quote.xlsx',
        sample: null,
        account: 'main',
        accounts: 'a.json',
        world: null,
        out: 'x',
        check: true,
        yes: true,
        json: true,
      },
    });
  });

  test("takes the sample of the second provider, whole or as a file's world", () => {
    expect(read(['--sample', 'alibaba'])).toMatchObject({
      command: { file: null, sample: 'alibaba' },
    });
    expect(read(['quote.csv', '--sample', 'huawei', '--check'])).toMatchObject({
      command: { file: 'quote.csv', sample: 'huawei', check: true },
    });
  });

  test.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['a.xlsx', 'b.xlsx'], 'Only one file can be dropped at a time, not 2.'],
    [['--out', '--json'], "Option '--out' argument is ambiguous."],
    [['--json=yes'], "Option '--json' does not take an argument."],
    [['--out'], "Option '--out <value>' argument missing."],
    [['--sample', 'aws'], 'There is no sample of "aws": say huawei or alibaba.'],
    [['--sample', 'alibaba', '--world', 'w'], 'leave out --world and --accounts'],
    [['--sample', 'alibaba', '--accounts', 'a'], 'leave out --world and --accounts'],
    [['--world', 'w', '--accounts', 'a'], 'which does not run with --accounts'],
  ])('says in one line what is wrong with %j', (args, problem) => {
    expect(problemOf('start', ...args)).toContain(problem);
    expect(problemOf('start', ...args).split('\n')).toHaveLength(1);
  });

  test('explains itself', () => {
    expect(read(['--help'])).toMatchObject({ kind: 'help' });
  });
});

import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../../../infra/cli/terminal/command-line.ts';

function problemOf(...args: readonly string[]): string {
  const reading = readCommandLine(args);
  return reading.kind === 'wrong' ? reading.problem : `read as ${reading.kind}`;
}

describe('the command line', () => {
  test('runs the bundled sample into ./out when nothing is said', () => {
    expect(readCommandLine([])).toEqual({
      kind: 'command',
      command: {
        file: null,
        account: null,
        accounts: null,
        world: null,
        out: 'out',
        check: false,
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
      '--json',
    ];

    expect(readCommandLine(args)).toEqual({
      kind: 'command',
      command: {
        file: 'quote.xlsx',
        account: 'main',
        accounts: 'a.json',
        world: null,
        out: 'x',
        check: true,
        json: true,
      },
    });
  });

  test.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['a.xlsx', 'b.xlsx'], 'Only one file can be dropped at a time, not 2.'],
    [['--out'], "Option '--out <value>' argument missing."],
    [['--world', 'w', '--accounts', 'a'], 'which does not run with --accounts'],
  ])('says in one line what is wrong with %j', (args, problem) => {
    expect(problemOf(...args)).toContain(problem);
    expect(problemOf(...args).split('\n')).toHaveLength(1);
  });

  test('explains itself', () => {
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });
});

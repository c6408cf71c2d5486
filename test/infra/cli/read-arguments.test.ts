import { describe, expect, test } from 'vitest';
import { readArguments, renewsheet } from '../../../infra/cli/read-arguments.ts';
import { everyCommand } from '../../../infra/cli/terminal/parse-command.ts';
import { problemOf } from './problem-of.ts';

/** Every command with the words that lead to it. */
const COMMANDS = everyCommand(renewsheet('ada', () => undefined)).map((command) => {
  const path: string[] = [];
  for (let one = command; one.parent !== null; one = one.parent) path.unshift(one.name());
  return { command, path };
});

function helpOf(...args: readonly string[]): string {
  const asked = readArguments([...args, '--help'], 'ada');
  return asked.kind === 'help' ? asked.text : '';
}

describe('the help of', () => {
  test.each(COMMANDS)(
    '$path says every option, its default and an example',
    ({ command, path }) => {
      const help = helpOf(...path).replaceAll(/\s+/gu, ' ');

      expect(help).toContain('Example:');
      for (const { flags, description } of command.options) {
        expect(help).toContain(`${flags} ${description}`);
      }
      const silent = command.options.filter(
        ({ required, defaultValue, description }) =>
          required &&
          defaultValue === undefined &&
          !/\((?:default: .+|must be said)\)$/u.test(description),
      );
      expect(silent.map(({ flags }) => flags)).toEqual([]);
      for (const one of command.commands) expect(help).toContain(` ${one.name()} `);
    },
  );

  test('a command is asked for by -h, by --help and whatever else stands there', () => {
    const asked = readArguments(['jobs', 'status', '--watch', '-h'], 'ada');

    expect(asked).toEqual({ kind: 'help', text: helpOf('jobs', 'status') });
    expect(helpOf()).toContain('Usage: renewsheet');
  });
});

test.each([
  [[], 'Say what is to be done: start, dev, jobs or world. See npx renewsheet --help.'],
  [['fly'], 'There is no command "fly". See npx renewsheet --help.'],
  [['--bogus'], "Unknown option '--bogus'. See npx renewsheet --help."],
])('refuses %j in one sentence', (args, problem) => {
  expect(problemOf(...args)).toBe(problem);
});

test('what stands behind a "--" is no option', () => {
  expect(readArguments(['start', '--check', '--', '--json'], 'ada')).toMatchObject({
    command: { file: '--json', check: true, json: false },
  });
  expect(readArguments(['world', 'lock', '--', '--year'], 'ada')).toMatchObject({
    command: { act: { subject: '--year' } },
  });
});

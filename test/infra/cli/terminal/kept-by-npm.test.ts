import { describe, expect, test } from 'vitest';
import { renewsheet } from '../../../../infra/cli/read-arguments.ts';
import { keptByNpm } from '../../../../infra/cli/terminal/kept-by-npm.ts';

const program = renewsheet('ada', () => undefined);

function kept(args: readonly string[], environment: Readonly<Record<string, string>>) {
  return keptByNpm(program, args, environment);
}

/** Every option of every command, with the script it belongs to. */
const OPTIONS = program.commands.flatMap((script) =>
  [script, ...script.commands].flatMap((command) =>
    command.options.map(({ long, flags }) => ({ script: script.name(), long: long ?? '', flags })),
  ),
);

/** How npm 11 hands on what it has taken: by a name of its own where it takes the option for that. */
function variableOf(long: string): string {
  const name = long.slice(2);
  if (name === 'as') return 'npm_config_all';
  return `npm_config_${name === 'by' ? 'bypass_2fa' : name}`;
}

describe('an option that npm has kept for itself stops the command in one line', () => {
  test('that says what to type', () => {
    const check = { npm_lifecycle_event: 'start', npm_config_check: 'true' };
    const region = { npm_lifecycle_event: 'jobs', npm_config_region: 'eu-west-1' };

    expect(kept(['start', 'quote.csv'], check)).toBe(
      'npm has kept --check for itself, so nothing was done: put a "--" before it, as in npm start -- --check.',
    );
    expect(kept(['jobs', 'list'], region)).toContain('npm run jobs -- --region <name>.');
  });

  test.each(OPTIONS)('$script $flags', ({ script, long }) => {
    for (const event of [script, 'npx']) {
      const told = kept([script, 'x'], { npm_lifecycle_event: event, [variableOf(long)]: 'true' });

      expect(told).toMatch(/^npm has kept --[a-z]+ for itself, so nothing was done: /u);
    }
  });

  test.each([
    ['--check, --check=true, --check quote.csv', 'true'],
    ['--check=yes', 'yes'],
    ['--no-check, --check=false', ''],
  ])('however it was written: %s', (_, npm_config_check) => {
    const environment = { npm_lifecycle_event: 'start', npm_config_check };

    expect(kept(['start', 'quote.csv'], environment)).toContain('kept --check for itself');
  });

  test('a value, whatever was given to us beside it', () => {
    const environment = { npm_lifecycle_event: 'start', npm_config_accounts: 'one.json' };

    expect(kept(['start', 'q.csv', '--accounts', 'two.json'], environment)).toContain('--accounts');
  });
});

test.each([
  ['npm has kept nothing', ['start'], { npm_lifecycle_event: 'start' }],
  ['it is no option of ours', ['start'], { npm_lifecycle_event: 'start', npm_config_tag: 'x' }],
  [
    'it was given to us as well',
    ['start', '--json'],
    { npm_lifecycle_event: 'start', npm_config_json: 'true' },
  ],
  [
    'npm itself is told to ask',
    ['start'],
    { npm_lifecycle_event: 'start', npm_config_yes: '', npm_config_json: '' },
  ],
  [
    'what looks like an option of ours was given to us',
    ['jobs', 'settle', '--as', 'paid', '--by=ada', '--all'],
    { npm_lifecycle_event: 'jobs', npm_config_all: 'true', npm_config_bypass_2fa: 'true' },
  ],
  ['npm did not start us', ['start'], { npm_config_json: 'true' }],
  ['npm started something else', ['start'], { npm_lifecycle_event: 'test', npm_config_json: '1' }],
])('nothing stops it where %s', (_, args, environment) => {
  expect(kept(args, environment)).toBeNull();
});

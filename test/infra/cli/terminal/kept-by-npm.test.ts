import { expect, test } from 'vitest';
import { renewsheet } from '../../../../infra/cli/read-arguments.ts';
import { keptByNpm } from '../../../../infra/cli/terminal/kept-by-npm.ts';

const program = renewsheet('ada', () => undefined);

function kept(args: readonly string[], environment: Readonly<Record<string, string>>) {
  return keptByNpm(program, args, environment);
}

test('an option that npm has kept for itself stops the command in one line', () => {
  const check = { npm_lifecycle_event: 'start', npm_config_check: 'true' };
  const region = { npm_lifecycle_event: 'jobs', npm_config_region: 'eu-west-1' };

  expect(kept(['start', 'quote.csv'], check)).toBe(
    'npm has kept --check for itself, so nothing was done: put a "--" before it, as in npm start -- --check.',
  );
  expect(kept(['jobs', 'list'], region)).toContain('npm run jobs -- --region <name>.');
});

test.each([
  ['npm has kept nothing', ['start'], { npm_lifecycle_event: 'start' }],
  ['it is no option of ours', ['start'], { npm_lifecycle_event: 'start', npm_config_tag: 'x' }],
  [
    'it was given to us as well',
    ['start', '--json'],
    { npm_lifecycle_event: 'start', npm_config_json: 'true' },
  ],
  ['npm did not start us', ['start'], { npm_config_json: 'true' }],
  ['npm started something else', ['start'], { npm_lifecycle_event: 'test', npm_config_json: '1' }],
])('nothing stops it where %s', (_, args, environment) => {
  expect(kept(args, environment)).toBeNull();
});

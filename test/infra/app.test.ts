import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function runApp(context: object): { status: number | null; output: string } {
  const environment = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) };
  const command = ['--import', 'tsx', 'infra/app.ts'];
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

test('a mistake in the accounts ends the synthesis in one line, without a stack trace', () => {
  expect(runApp({ accounts: 'package.json' })).toEqual({
    status: 1,
    output: 'package.json: The file must be a JSON array with at least one account in it.\n',
  });
});

test('an unknown stage ends the synthesis in one line that names those there are', () => {
  expect(runApp({ stage: 'produktion' })).toEqual({
    status: 1,
    output: 'There is no stage "produktion", only: production.\n',
  });
});

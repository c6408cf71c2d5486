import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { accountsNamed } from './synthesized.ts';

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

test('more accounts than fit in a stack end the synthesis in one line that says what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'many-accounts-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const accounts = join(folder, 'accounts.json');
  const named = accountsNamed(...Array.from({ length: 450 }, (_, index) => `account-${index}`));
  const entries = named.map(({ name, provider, endpoint }) => ({ name, provider, endpoint }));
  writeFileSync(accounts, JSON.stringify(entries));
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as {
    readonly context: object;
  };

  expect(runApp({ ...context, accounts })).toEqual({
    status: 1,
    output: expect.stringMatching(
      /^The stack renewsheet-production would have .*several stages\.\n$/u,
    ),
  });
});

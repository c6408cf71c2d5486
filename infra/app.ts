import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import type { Account } from '../shared/settings/account.ts';
import { isStage, nobodyHears, stages, type StageSettings } from './config.ts';
import { bundleFunctions } from './constructs/code/bundle-functions.ts';
import { functionEntries } from './constructs/code/function-names.ts';
import { readAccountsFile } from './read-accounts-file.ts';
import { sharedAccount, sharedSecrets } from './stages-apart.ts';
import { RenewsheetStack } from './stacks/renewsheet-stack.ts';

// All can be set with `--context`: `stage=<name>`, `accounts=<file>`, and `first=yes` for a deployment
// before which there was none. The CDK's command line runs this in the folder of cdk.json.
const app = new App();
const stage: unknown = app.node.tryGetContext('stage') ?? 'production';
const firstDeployment = app.node.tryGetContext('first') === 'yes';
const shared = sharedSecrets(stages);

if (!isStage(stage)) {
  stop(`There is no stage "${String(stage)}", only: ${Object.keys(stages).join(', ')}.`);
} else if (shared !== null) {
  stop(shared);
} else {
  await synthesize(stage, stages[stage]);
}

async function synthesize(name: string, settings: StageSettings): Promise<void> {
  const file: unknown = app.node.tryGetContext('accounts') ?? settings.accountsFile;
  const reading = readAccountsFile(String(file), { keys: 'forbidden' });
  if (reading.kind === 'unreadable') {
    stop(reading.problem);
    return;
  }
  const both = sharedWithOthers(name, reading.accounts);
  if (both !== null) {
    stop(both);
    return;
  }
  const bundles = mkdtempSync(join(tmpdir(), 'renewsheet-bundles-'));
  try {
    await bundleFunctions(functionEntries(), bundles);
    new RenewsheetStack(app, `renewsheet-${name}`, {
      ...settings,
      stage: name,
      bundles,
      accounts: reading.accounts,
      firstDeployment,
      description:
        'Renews the resources of approved quotes, once and never above the approved price.',
    });
    // Synthesis takes copies of the bundles.
    app.synth();
    const unheard = nobodyHears(settings);
    if (unheard !== null) process.stderr.write(`${unheard}\n`);
  } catch (error) {
    // Timers out of order, or more than fits in a stack: a mistake in the settings.
    if (!(error instanceof RangeError)) throw error;
    stop(error.message);
  } finally {
    rmSync(bundles, { recursive: true });
  }
}

/** The problem with the accounts of all stages together, or with the file of another one; null: none. */
function sharedWithOthers(stage: string, accounts: readonly Account[]): string | null {
  const named: Record<string, readonly string[]> = { [stage]: accounts.map(({ name }) => name) };
  for (const [other, { accountsFile }] of Object.entries(stages)) {
    if (other === stage) continue;
    const reading = readAccountsFile(accountsFile, { keys: 'forbidden' });
    if (reading.kind === 'unreadable') return reading.problem;
    named[other] = reading.accounts.map(({ name }) => name);
  }
  return sharedAccount(stage, named);
}

/** One line for a person and no stack trace: the mistake is not in the code. */
function stop(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

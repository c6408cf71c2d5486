import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { isStage, nobodyHears, sharedSecrets, stages, type StageSettings } from './config.ts';
import { bundleFunctions } from './constructs/code/bundle-functions.ts';
import { functionEntries } from './constructs/code/function-names.ts';
import { readAccountsFile } from './read-accounts-file.ts';
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
  const bundles = mkdtempSync(join(tmpdir(), 'renewsheet-bundles-'));
  try {
    await bundleFunctions(functionEntries(), bundles);
    new RenewsheetStack(app, `renewsheet-${name}`, {
      ...settings,
      bundles,
      accounts: reading.accounts,
      firstDeployment,
      tags: { application: 'renewsheet', stage: name },
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

/** One line for a person and no stack trace: the mistake is not in the code. */
function stop(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

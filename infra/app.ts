import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { isStage, stages } from './config.ts';
import { bundleFunctions } from './constructs/code/bundle-functions.ts';
import { functionEntries } from './constructs/code/function-names.ts';
import { readAccountsFile } from './read-accounts-file.ts';
import { RenewsheetStack } from './stacks/renewsheet-stack.ts';

// Both can be set with `--context`: `stage=<name>` and `accounts=<file>`. The CDK's command line
// runs this in the folder of cdk.json.
const app = new App();
const stage: unknown = app.node.tryGetContext('stage') ?? 'production';
const file: unknown = app.node.tryGetContext('accounts') ?? 'infra/accounts.json';
const reading = readAccountsFile(String(file), { keys: 'forbidden' });

if (!isStage(stage)) {
  stop(`There is no stage "${String(stage)}", only: ${Object.keys(stages).join(', ')}.`);
} else if (reading.kind === 'unreadable') {
  stop(reading.problem);
} else {
  const bundles = mkdtempSync(join(tmpdir(), 'renewsheet-bundles-'));
  try {
    await bundleFunctions(functionEntries(), bundles);
    new RenewsheetStack(app, `renewsheet-${stage}`, {
      ...stages[stage],
      bundles,
      accounts: reading.accounts,
      description:
        'Renews the resources of approved quotes, once and never above the approved price.',
      terminationProtection: true,
    });
    // Synthesis takes copies of the bundles.
    app.synth();
  } finally {
    rmSync(bundles, { recursive: true });
  }
}

/** One line for a person and no stack trace: the mistake is not in the code. */
function stop(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import type { Account } from '../../../shared/settings/account.ts';
import { stages, type Timers } from '../../config.ts';
import { RenewsheetStack } from '../../stacks/renewsheet-stack.ts';
import type { Assembly } from '../../cloud/template/synthesized-stack.ts';

/** The prefix of provider secrets in local runs: the one of production. */
export const SECRET_PREFIX = stages.production.secretPrefix;

/**
 * Synthesizes the very stack that is deployed, with these accounts and finished bundles, into a new
 * temporary folder, which the caller removes.
 */
export function synthesize(
  accounts: readonly Account[],
  bundles: string,
  timers: Timers = stages.production.timers,
): Assembly {
  // The library checks its own template against rules for deploying: half of the time synthesis
  // takes, and of no use to a run on this machine. `npm run synth` has it on.
  process.env['CDK_VALIDATION'] = 'false';
  const directory = mkdtempSync(join(tmpdir(), 'renewsheet-'));
  const app = new App({ outdir: directory, analyticsReporting: false, context: context() });
  const parts = { ...stages.production, stage: 'local', accounts, bundles, timers };
  new RenewsheetStack(app, 'renewsheet-local', parts);
  app.synth();
  return { directory };
}

/** The feature flags with which the stack is deployed: the command line would read them itself. */
function context(): Record<string, unknown> {
  const file = new URL('../../../cdk.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { context: Record<string, unknown> }).context;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Account } from '../../../shared/settings/account.ts';
import { settledAccountsText } from '../../../shared/settings/settled-accounts.ts';
import { type FunctionName, functionFolder } from './function-names.ts';

/** What the code of a function is made of. */
export interface FunctionCodeOptions {
  /** The folder that `bundleFunctions` wrote to. Null for a template that is only looked at. */
  readonly bundles: string | null;
  /** Their settings, never their keys, are written beside the code as `accounts.json`. */
  readonly accounts: readonly Account[];
}

/** The code of a function: its finished bundle, or its sources where nothing was bundled. */
export function functionCode(name: FunctionName, { bundles, accounts }: FunctionCodeOptions): Code {
  if (bundles === null) return Code.fromAsset(functionFolder(name));
  const folder = join(bundles, name);
  writeFileSync(join(folder, 'accounts.json'), settledAccountsText(accounts));
  return Code.fromAsset(folder);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import type { Facts, Sandbox } from '../../../../infra/sandboxes/frame/sandbox.ts';

/** A path for a history, gone with the test. */
export function newHistory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-history-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, 'history.jsonl');
}

/** All that a sandbox has to hold again once it goes on from its history. */
export function factsOf(
  sandbox: Pick<Sandbox<string, object, Facts>, 'ledger' | 'orders' | 'resources' | 'account'>,
): unknown {
  return {
    ledger: sandbox.ledger(),
    orders: sandbox.orders(),
    resources: sandbox.resources(),
    account: sandbox.account(),
  };
}

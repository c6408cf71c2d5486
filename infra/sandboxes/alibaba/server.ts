import { type SandboxOptions, startSandbox } from '../frame/start-sandbox.ts';
import type { AlibabaActs } from './acts/acts.ts';
import type { ApiName } from './api.ts';
import { alibabaContract } from './gateway/contract.ts';
import { reader } from './read-history.ts';
import type { AlibabaSandbox } from './sandbox.ts';
import { startState } from './start-state.ts';
import { readingsOf } from './views.ts';

/**
 * Starts the sandbox: one local server for all products, which behaves as the Alibaba contract
 * describes them, both signature checks included. Throws as {@link startSandbox} does.
 */
export async function startAlibabaSandbox(
  options: SandboxOptions<ApiName>,
): Promise<AlibabaSandbox> {
  const making = { ...reader, startState, contract: alibabaContract, readings: readingsOf };
  const sandbox = await startSandbox(options, making);
  return { ...sandbox, act: sandbox.act as AlibabaActs };
}

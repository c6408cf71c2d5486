import { type SandboxOptions, startSandbox } from '../frame/start-sandbox.ts';
import type { HuaweiActs } from './acts/acts.ts';
import type { ApiName } from './api.ts';
import { huaweiContract } from './gateway/contract.ts';
import { reader } from './read-history.ts';
import type { HuaweiSandbox } from './sandbox.ts';
import { startState } from './start-state.ts';
import { readingsOf } from './views.ts';

/**
 * Starts the sandbox: a local server that behaves as the Huawei contract describes the billing API,
 * signature check included. Throws as {@link startSandbox} does.
 */
export async function startHuaweiSandbox(options: SandboxOptions<ApiName>): Promise<HuaweiSandbox> {
  const making = { ...reader, startState, contract: huaweiContract, readings: readingsOf };
  const sandbox = await startSandbox(options, making);
  return { ...sandbox, act: sandbox.act as HuaweiActs };
}

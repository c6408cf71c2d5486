import type { CallHook } from '../frame/calls/call-hook.ts';
import { openState } from '../frame/history/open-state.ts';
import { startServer } from '../frame/start-server.ts';
import type { ActName, AlibabaActs } from './acts/acts.ts';
import type { ApiName } from './api.ts';
import { alibabaContract } from './gateway/contract.ts';
import { reader } from './read-history.ts';
import type { AlibabaFacts, AlibabaSandbox } from './sandbox.ts';
import { startState } from './start-state.ts';
import { accountFacts, orderFacts, resourceFacts } from './views.ts';

export interface AlibabaSandboxOptions {
  /** A world as its file holds it, or one already read. */
  readonly world: unknown;
  /** The file in which everything that happens is kept; see {@link openState}. */
  readonly history?: string;
  /** Epoch milliseconds; the machine's clock by default. Tasks, delays and rates follow it. */
  readonly clock?: () => number;
  /** A free port by default. */
  readonly port?: number;
  readonly onCall?: CallHook<ApiName>;
}

/**
 * Starts the sandbox: one local server for all products, which behaves as the Alibaba contract
 * describes them, signature check included, in the world it is given. Nothing leaves the machine
 * and no real money moves. Throws the plain sentence of its reader when the world cannot be used,
 * and another when the history cannot.
 */
export async function startAlibabaSandbox(options: AlibabaSandboxOptions): Promise<AlibabaSandbox> {
  const { world, clock = Date.now, history, port, onCall } = options;
  const making = { ...reader, startState, contract: alibabaContract };
  const { state, close } = openState({ world, history, clock }, making);
  const sandbox = await startServer<ApiName, ActName, AlibabaFacts>({
    contract: alibabaContract(state),
    readings: {
      ledger: () => state.ledger,
      orders: () => orderFacts(state),
      resources: () => resourceFacts(state),
      account: () => accountFacts(state),
    },
    port,
    onCall,
    onClose: close,
  });
  return { ...sandbox, act: sandbox.act as AlibabaActs };
}

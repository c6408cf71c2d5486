import type { CallHook } from './calls/call-hook.ts';
import { type Beginning, type Making, openState } from './history/open-state.ts';
import type { Facts } from './sandbox.ts';
import { type Readings, type Served, startServer } from './start-server.ts';

/** What a sandbox of any provider is started with. */
export interface SandboxOptions<Api extends string> extends Pick<Beginning, 'world' | 'history'> {
  /** Epoch milliseconds; the machine's clock by default. Deadlines, delays and rates follow it. */
  readonly clock?: () => number;
  /** A free port by default; null: none, and only the sandbox's own `fetch` reaches it. */
  readonly port?: number | null;
  readonly onCall?: CallHook<Api>;
}

/** How a provider's sandbox is made, and what a test reads of it. */
export interface Provider<
  World,
  Api extends string,
  Act extends string,
  State,
  Read extends Facts,
> extends Making<World, Api, Act, State> {
  readonly readings: (state: State) => Readings<Read>;
}

/**
 * Starts a provider's sandbox in the world it is given, or where its history left off. Nothing
 * leaves the machine and no real money moves. Throws a plain sentence when the world or the history
 * cannot be used.
 */
export async function startSandbox<
  World,
  Api extends string,
  Act extends string,
  State,
  Read extends Facts,
>(
  options: SandboxOptions<Api>,
  provider: Provider<World, Api, Act, State, Read>,
): Promise<Served<Api, Act, Read>> {
  const { world, history, clock = Date.now, port, onCall } = options;
  const { state, close } = openState({ world, history, clock }, provider);
  return await startServer<Api, Act, Read>({
    contract: provider.contract(state),
    readings: provider.readings(state),
    port,
    onCall,
    onClose: close,
  });
}

import type { CallHook } from '../frame/calls/call-hook.ts';
import { beginHistory, hasHistory, openHistoryWriter } from '../frame/history/history.ts';
import { repeatHistory } from '../frame/history/repeat-history.ts';
import { startServer } from '../frame/start-server.ts';
import type { HuaweiActs } from './acts/acts.ts';
import type { ApiName } from './api.ts';
import { huaweiContract } from './gateway/contract.ts';
import { readHistory } from './read-history.ts';
import type { HuaweiFacts, HuaweiSandbox } from './sandbox.ts';
import { startState } from './start-state.ts';
import type { SandboxState } from './state.ts';
import { accountFacts, orderFacts, resourceFacts } from './views.ts';
import { readWorld } from './world/read-world.ts';
import type { World } from './world/world.ts';

export interface HuaweiSandboxOptions {
  /** A world as its file holds it, or one already read. */
  readonly world: unknown;
  /**
   * The file in which everything that happens is kept, a charge before its answer is sent. Where it
   * exists already, the sandbox goes on from there and `world` is not looked at.
   */
  readonly history?: string;
  /** Epoch milliseconds; the machine's clock by default. Deadlines, delays and rates follow it. */
  readonly clock?: () => number;
  /** A free port by default. */
  readonly port?: number;
  readonly onCall?: CallHook<ApiName>;
}

function worldOf(json: unknown): World {
  const reading = readWorld(json);
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.world;
}

interface Kept {
  readonly state: SandboxState;
  readonly close: () => void;
}

function keptState(path: string, world: unknown, clock: () => number): Kept {
  if (!hasHistory(path)) {
    worldOf(world);
    beginHistory(path, world, clock());
  }
  const history = readHistory(path);
  const state = startState(history.world, clock, history.start);
  repeatHistory(huaweiContract(state), history.happenings);
  const { note, close } = openHistoryWriter<ApiName>(path);
  state.note = note;
  return { state, close };
}

/**
 * Starts the sandbox: a local server that behaves as the Huawei contract describes the billing API,
 * signature check included, in the world it is given. Nothing leaves the machine and no real money
 * moves. Throws the plain sentence of {@link readWorld} when the world cannot be used, and another
 * when the history cannot.
 */
export async function startHuaweiSandbox(options: HuaweiSandboxOptions): Promise<HuaweiSandbox> {
  const { world, clock = Date.now, history, port, onCall } = options;
  const { state, close } =
    history === undefined
      ? { state: startState(worldOf(world), clock), close: () => undefined }
      : keptState(history, world, clock);
  const sandbox = await startServer<ApiName, keyof HuaweiActs, HuaweiFacts>({
    contract: huaweiContract(state),
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
  return { ...sandbox, act: sandbox.act as HuaweiActs };
}

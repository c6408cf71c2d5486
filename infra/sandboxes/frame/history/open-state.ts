import type { Contract } from '../contract.ts';
import type { WorldReading } from '../world/read-world.ts';
import {
  beginHistory,
  hasHistory,
  type HistoryReader,
  openHistoryWriter,
  readHistory,
} from './history.ts';
import { repeatHistory } from './repeat-history.ts';

/** Where a state comes from. */
export interface Beginning {
  /** A world as its file holds it, or one already read. */
  readonly world: unknown;
  /**
   * The file in which everything that happens is kept, a charge before its answer is sent. Where it
   * exists already, the sandbox goes on from there and `world` is not looked at.
   */
  readonly history?: string | undefined;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** How a provider's state is made of its world. */
export interface Making<World, Api extends string, Act extends string, State> extends HistoryReader<
  World,
  Api
> {
  /** The state a world starts with at an instant, the clock's by default. */
  readonly startState: (world: World, clock: () => number, start?: number) => State;
  readonly contract: (state: State) => Contract<Api, Act>;
}

/** A state, and how to let go of what it is kept in. */
interface OpenState<State> {
  readonly state: State;
  readonly close: () => void;
}

function worldOf<World>(reading: WorldReading<World>): World {
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.world;
}

/**
 * The state a sandbox begins or goes on with. Throws the plain sentence of the world's reader when
 * the world cannot be used, and another when the history cannot.
 */
export function openState<World, Api extends string, Act extends string, State>(
  { world, history: path, clock }: Beginning,
  making: Making<World, Api, Act, State>,
): OpenState<State> {
  if (path === undefined) {
    const state = making.startState(worldOf(making.readWorld(world)), clock);
    return { state, close: () => undefined };
  }
  if (!hasHistory(path)) {
    worldOf(making.readWorld(world));
    beginHistory(path, world, clock());
  }
  const history = readHistory(path, making);
  const state = making.startState(history.world, clock, history.start);
  const contract = making.contract(state);
  repeatHistory(contract, history.happenings);
  const { note, close } = openHistoryWriter<Api>(path);
  contract.state.note = note;
  return { state, close };
}

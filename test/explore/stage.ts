import type { Chooser } from './chooser.ts';
import type { Teller } from './story.ts';
import type { Habits } from './views.ts';
import type { World } from './world.ts';
import type { WorldLine } from './world-line.ts';

/** How long a call hangs that has no answer. */
export const SILENT_MS = 20_000;

/** All that a model provider plays with. */
export interface Stage {
  readonly line: WorldLine;
  readonly chooser: () => Chooser;
  readonly teller: Teller;
  readonly habits: () => Habits;
  readonly clock: { now: number };
  /** Which of the jobs is at work. */
  readonly job: () => number;
  /** The resources of the file. */
  readonly ids: readonly string[];
  /** Told of each answer about resources, and of each payment that takes place. */
  readonly witness: Witness;
  /** Lets a second worker do all of its work now; null: there is nothing to deliver twice. */
  readonly secondWorker: () => (() => Promise<void>) | null;
}

/** Who remembers what was shown to us. */
export interface Witness {
  readonly sees: (id: string, expiry: number | null) => void;
  readonly pays: (before: World, id: string) => void;
}

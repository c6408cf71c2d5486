import type { Opening, Script } from './chooser.ts';
import type { Broken, Promised } from './end-of-run.ts';
import type { Play } from './play.ts';
import { Room } from './room.ts';

/** A promise that was broken, with the fewest mishaps that break it in this way. */
export interface Found {
  readonly promise: Promised;
  readonly what: string;
  /** Kinds of mishaps, in the order in which they fell. */
  readonly mishaps: readonly string[];
  /** The scripts of the run's steps, to carry it out again. */
  readonly scripts: readonly Script[];
  readonly text: string;
}

/** How far a walk came. */
export interface Walked {
  /** States between two steps, no two the same. */
  readonly states: number;
  readonly steps: number;
  /** Steps that came to a state which was met before. */
  readonly met: number;
  /** The most mishaps of which every run was walked. */
  readonly depth: number;
  /** Steps of the longest story. */
  readonly longest: string;
  readonly found: readonly Found[];
}

/** What is told while walking. */
export interface Progress {
  readonly level: number;
  readonly done: number;
  readonly of: number;
  readonly states: number;
  readonly found: number;
}

/** How a walk is bounded. */
export interface Bounds {
  /** The most mishaps in one run. */
  readonly depth: number;
  /** Whether a story is enough to stop at; by default all are wanted. */
  readonly isEnough?: (found: Found) => boolean;
  /** Epoch milliseconds after which no further step is begun. */
  readonly until: number;
  readonly progress?: (progress: Progress) => void;
  readonly onFound?: (found: Found) => void;
}

/** A state that was met for the first time, with the way to it. */
interface Place {
  /** Null: given up to save memory, and made again from the place before when it is asked for. */
  room: Room | null;
  readonly kept: boolean;
  readonly before: Place | null;
  readonly script: Script;
}

/** Levels of which every room is kept: thousands, not hundreds of thousands. */
const KEPT_LEVELS = 1;

/** A step that was made once, and where more mishaps could fall in it. */
interface Branch {
  readonly from: Place;
  readonly script: Script;
  readonly openings: readonly Opening[];
}

/**
 * Walks every run of a play with up to so many mishaps, breadth first: all that comes calmly, then
 * all with one mishap, and so on. No state between two steps is gone on from twice.
 */
export async function walk(play: Play, bounds: Bounds): Promise<Walked> {
  return await new Walk(play, bounds).toTheEnd();
}

class Walk {
  readonly #play: Play;
  readonly #bounds: Bounds;
  readonly #states = new Set<string>();
  readonly #found: Found[] = [];
  #steps = 0;
  #met = 0;
  #longest = { length: 0, text: '' };
  /** Steps that may go otherwise, for the next level. */
  #branches: Branch[] = [];
  #level = 0;
  #enough = false;

  constructor(play: Play, bounds: Bounds) {
    this.#play = play;
    this.#bounds = bounds;
  }

  async toTheEnd(): Promise<Walked> {
    await this.#goOn({
      room: new Room(this.#play),
      kept: true,
      before: null,
      script: [],
    });
    while (this.#level < this.#bounds.depth) {
      this.#level += 1;
      if (!(await this.#walkLevel())) {
        this.#level -= 1;
        break;
      }
    }
    return {
      states: this.#states.size,
      steps: this.#steps,
      met: this.#met,
      depth: this.#level,
      longest: this.#longest.text,
      found: this.#found,
    };
  }

  /** Every step of the last level with one mishap more; false: the time was over first. */
  async #walkLevel(): Promise<boolean> {
    const branches = this.#branches;
    this.#branches = [];
    const of = branches.reduce(
      (all, { openings }) => openings.reduce((sum, { options }) => sum + options, all),
      0,
    );
    let done = 0;
    let at: Place | null = null;
    for (const { from, script, openings } of branches) {
      if (at !== null && at !== from) this.#leave(at);
      at = from;
      for (const { point, options } of openings) {
        for (let option = 0; option < options; option += 1) {
          if (this.#enough || Date.now() > this.#bounds.until) return false;
          await this.#step(from, [...script, { point, option }]);
          done += 1;
          if (done % 500 === 0) this.#tell(done, of);
        }
      }
    }
    this.#tell(done, of);
    return true;
  }

  #tell(done: number, of: number): void {
    const found = this.#found.length;
    this.#bounds.progress?.({ level: this.#level, done, of, states: this.#states.size, found });
  }

  /** From a new state on calmly, until the end or a state that was met before. */
  async #goOn(place: Place): Promise<void> {
    let at: Place | null = place;
    while (at !== null) {
      const next: Place | null = await this.#stepOnce(at, []);
      this.#leave(at);
      at = next;
    }
  }

  async #step(from: Place, script: Script): Promise<void> {
    const next = await this.#stepOnce(from, script);
    if (next !== null) await this.#goOn(next);
  }

  /** The new state that a step comes to; null: it ends there, or was met before. */
  async #stepOnce(from: Place, script: Script): Promise<Place | null> {
    from.room ??= await again(from);
    const room = from.room.copy();
    const openings = await room.step(script);
    this.#steps += 1;
    if (this.#level < this.#bounds.depth && openings.length > 0) {
      this.#branches.push({ from, script, openings });
    }
    const state = await room.state();
    if (this.#states.has(state)) {
      this.#met += 1;
      return null;
    }
    this.#states.add(state);
    const kept = this.#level <= KEPT_LEVELS;
    const place = { room, kept, before: from, script };
    const { end } = room;
    if (end === null) return place;
    this.#end(end, place, room);
    return null;
  }

  #end(end: readonly Broken[], place: Place, room: Room): void {
    const { story } = room.teller;
    if (story.length > this.#longest.length) {
      this.#longest = { length: story.length, text: story.text };
    }
    for (const broken of end) this.#note(broken, place, room);
  }

  /** Rooms of the first levels are kept; those of later ones are too many. */
  #leave(place: Place): void {
    if (!place.kept) place.room = null;
  }

  /** Only what fewer or other mishaps do not break already is news. */
  #note({ promise, what }: Broken, place: Place, { teller: { fallen, story } }: Room): void {
    const known = this.#found.some(
      (one) => one.promise === promise && one.mishaps.every((name) => fallen.includes(name)),
    );
    if (known) return;
    const found = { promise, what, mishaps: fallen, scripts: scriptsTo(place), text: story.text };
    this.#found.push(found);
    this.#bounds.onFound?.(found);
    this.#enough ||= this.#bounds.isEnough?.(found) ?? false;
  }
}

/** The room of a place, by the same steps from the last place that has one. */
async function again({ before, script }: Place): Promise<Room> {
  if (before === null) throw new Error('the first place has its room');
  const room = (before.room ?? (await again(before))).copy();
  await room.step(script);
  return room;
}

function scriptsTo(place: Place): Script[] {
  const scripts: Script[] = [];
  for (let at = place; at.before !== null; at = at.before) scripts.unshift(at.script);
  return scripts;
}

/** Something that may go otherwise than calmly, in plain words for the story. */
export interface Mishap {
  /** What kind it is, the same wherever it falls. */
  readonly name: string;
}

/** Which option was taken at which point of choice of a step; everywhere else all goes calmly. */
export interface Deviation {
  readonly point: number;
  readonly option: number;
}

/** A step of a run is told by its mishaps alone: where they fall, and which. In ascending order. */
export type Script = readonly Deviation[];

/** A point of a step after its last mishap, at which one more could fall. */
export interface Opening {
  readonly point: number;
  /** How many mishaps there are to choose from. */
  readonly options: number;
}

/** Takes the choices of one step by its script, and notes where more could be taken. */
export class Chooser {
  readonly openings: Opening[] = [];
  readonly #script: ReadonlyMap<number, number>;
  readonly #last: number;
  readonly #allowed: ((name: string) => boolean) | null;
  #point = 0;

  /** `allowed`: which mishaps can fall now, by name; null: all of them. */
  constructor(script: Script, allowed: ((name: string) => boolean) | null = null) {
    this.#allowed = allowed;
    this.#script = new Map(script.map(({ point, option }) => [point, option]));
    this.#last = script.at(-1)?.point ?? -1;
  }

  /** The mishap that falls here; null: none does. */
  pick<T extends Mishap>(all: readonly T[]): T | null {
    const allowed = this.#allowed;
    const options = allowed === null ? all : all.filter(({ name }) => allowed(name));
    if (options.length === 0) return null;
    const point = this.#point;
    this.#point += 1;
    if (point > this.#last) {
      this.openings.push({ point, options: options.length });
      return null;
    }
    const option = this.#script.get(point);
    if (option === undefined) return null;
    const chosen = options[option];
    if (chosen === undefined) throw new Error(`point ${point} has no option ${option}`);
    return chosen;
  }
}

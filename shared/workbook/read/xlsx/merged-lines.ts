import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import type { MergedCells } from '../sheet-table.ts';
import { Unreadable } from '../unreadable.ts';

/** Gives line after line, from above, the merged blocks over it; lines under the same ones share a list. */
export class MergedLines {
  readonly #waiting: readonly MergedCells[];
  #next = 0;
  #active: readonly MergedCells[] = [];

  constructor(merged: readonly MergedCells[]) {
    this.#waiting = merged
      .filter(({ startCol }) => startCol < LIMITS.columns)
      .toSorted((a, b) => a.startRow - b.startRow);
  }

  /** The blocks over a line, which counts from 1 and is not above the one asked for before. */
  at(line: number): readonly MergedCells[] {
    const index = line - 1;
    const begun: MergedCells[] = [];
    for (; this.#next < this.#waiting.length; this.#next++) {
      const block = this.#waiting[this.#next]!;
      if (block.startRow > index) break;
      if (block.endRow >= index) begun.push(block);
    }
    const ended = this.#active.some(({ endRow }) => endRow < index);
    if (ended || begun.length > 0) {
      this.#active = [...this.#active.filter(({ endRow }) => endRow >= index), ...begun];
    }
    if (this.#active.length > LIMITS.mergesOfLine) throw new Unreadable(REJECTIONS.damaged);
    return this.#active;
  }
}

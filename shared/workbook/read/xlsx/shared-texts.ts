import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { TextCollector, type RichText, type TextBudget } from './rich-text.ts';
import type { XmlListener } from './xml.ts';

/** The texts that cells name by number. */
export class SharedTexts implements XmlListener {
  readonly #texts: string[] = [];
  /** Of the few texts with runs that are struck out, white or in fonts of their own. */
  readonly #runs = new Map<number, RichText>();
  readonly #collector: TextCollector;
  #depth = 0;
  #within = false;

  constructor(budget: TextBudget) {
    this.#collector = new TextCollector(budget);
  }

  get listening(): boolean {
    return this.#collector.listening;
  }

  open(name: string, attributes: string): void {
    this.#depth++;
    if (this.#depth === 2 && name === 'si') {
      this.#within = true;
      this.#collector.begin();
    } else if (this.#within) this.#collector.open(name, attributes);
  }

  close(name: string): void {
    this.#depth--;
    if (this.#depth !== 1 || !this.#within) this.#collector.close(name);
    else {
      this.#within = false;
      const read = this.#collector.end();
      if (read.struck !== null || read.white || read.font !== null) {
        this.#runs.set(this.#texts.length, read);
      }
      if (this.#texts.push(read.text) > LIMITS.texts) throw new Unreadable(REJECTIONS.tooMuch);
    }
  }

  text(text: string): void {
    this.#collector.add(text);
  }

  /** A text may hold anything of others but not in the midst of its words. */
  foreign(): void {
    if (this.#within) throw new Unreadable(REJECTIONS.damaged);
  }

  /** The text of this number, or null where there is none. */
  at(index: number): RichText | null {
    const text = this.#texts[index];
    if (text === undefined) return null;
    return this.#runs.get(index) ?? { text, struck: null, white: false, font: null };
  }
}

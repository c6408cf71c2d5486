import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { isWhite, readColour } from './colours.ts';
import { attribute, isOn, ownText, unescaped } from './xml-text.ts';

/** A text with what its runs say about how it is shown. */
export interface RichText {
  readonly text: string;
  readonly struck: 'whole' | 'part' | null;
  /** Some of it is in white print. */
  readonly white: boolean;
}

/** Counts what all texts of a file take, over all its parts. */
export class TextBudget {
  #characters = 0;

  take(characters: number): void {
    this.#characters += characters;
    if (this.#characters > LIMITS.characters) throw new Unreadable(REJECTIONS.tooMuch);
  }
}

/**
 * Puts one text together from the elements inside an `si` or `is`: the text itself or its runs. The
 * signs of pronunciation (`rPh`) beside Chinese and Japanese texts are no part of it.
 */
export class TextCollector {
  /** Whether the text that follows is part of it. */
  listening = false;
  readonly #budget: TextBudget;
  #text = '';
  #phonetic = false;
  #run = { struck: false, white: false };
  #struck = 0;
  #shown = 0;
  #white = false;

  constructor(budget: TextBudget) {
    this.#budget = budget;
  }

  begin(): void {
    this.#text = '';
    this.#phonetic = false;
    this.#run = { struck: false, white: false };
    this.#struck = 0;
    this.#shown = 0;
    this.#white = false;
  }

  open(name: string, attributes: string): void {
    if (name === 't') this.listening = !this.#phonetic;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'r') this.#run = { struck: false, white: false };
    else if (name === 'strike') this.#run.struck = isOn(attribute(attributes, 'val'), true);
    else if (name === 'color') this.#run.white = isWhite(readColour(attributes));
  }

  close(name: string): void {
    if (name === 't') this.listening = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'r') this.#run = { struck: false, white: false };
  }

  add(text: string): void {
    // The same rule for each piece, so that a long text is never kept only to be cut.
    if (this.#text.length > LIMITS.cell) return;
    this.#budget.take(text.length);
    this.#text += text;
    const shown = text.trim().length;
    if (this.#run.struck) this.#struck += shown;
    this.#shown += shown;
    this.#white ||= this.#run.white && shown > 0;
  }

  /** The text with all that was collected since it began. */
  end(): RichText {
    const text = ownText(unescaped(this.#text).slice(0, LIMITS.cell));
    const struck = this.#struck === 0 ? null : this.#struck === this.#shown ? 'whole' : 'part';
    return { text, struck, white: this.#white };
  }
}

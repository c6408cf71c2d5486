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
  /** The font that all of its runs name; '' where they name several; null: the cell's own font. */
  readonly font: string | null;
}

/** Counts what all texts of a file take, over all its parts. */
export class TextBudget {
  #characters = 0;

  take(characters: number): void {
    this.#characters += characters;
    if (this.#characters > LIMITS.characters) throw new Unreadable(REJECTIONS.tooMuch);
  }
}

interface Run {
  readonly struck: boolean;
  readonly white: boolean;
  readonly font: string | null;
}

const NO_RUN: Run = { struck: false, white: false, font: null };

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
  #run: Run = NO_RUN;
  #struck = 0;
  #shown = 0;
  #white = false;
  /** Of all that is shown; null: the cell's own. */
  readonly #fonts = new Set<string | null>();

  constructor(budget: TextBudget) {
    this.#budget = budget;
  }

  begin(): void {
    this.#text = '';
    this.#phonetic = false;
    this.#run = NO_RUN;
    this.#fonts.clear();
    this.#struck = 0;
    this.#shown = 0;
    this.#white = false;
  }

  open(name: string, attributes: string): void {
    if (name === 't') this.listening = !this.#phonetic;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'r') this.#run = NO_RUN;
    else if (name === 'strike') {
      this.#run = { ...this.#run, struck: isOn(attribute(attributes, 'val'), true) };
    } else if (name === 'color') {
      this.#run = { ...this.#run, white: isWhite(readColour(attributes)) };
    } else if (name === 'rFont') {
      this.#run = { ...this.#run, font: attribute(attributes, 'val') ?? null };
    }
  }

  close(name: string): void {
    if (name === 't') this.listening = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'r') this.#run = NO_RUN;
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
    if (shown > 0) this.#fonts.add(this.#run.font);
  }

  /** The text with all that was collected since it began. */
  end(): RichText {
    const text = ownText(unescaped(this.#text).slice(0, LIMITS.cell));
    const struck = this.#struck === 0 ? null : this.#struck === this.#shown ? 'whole' : 'part';
    const [font = null] = this.#fonts;
    return { text, struck, white: this.#white, font: this.#fonts.size > 1 ? '' : font };
  }
}

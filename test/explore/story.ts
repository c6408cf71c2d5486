/** A run as people would tell it: steps in plain words, with what went wrong marked. Never changed. */
export class Story {
  static readonly BEGIN = new Story(null, '');
  readonly #before: Story | null;
  readonly #words: string;
  readonly length: number;

  private constructor(before: Story | null, words: string) {
    this.#before = before;
    this.#words = words;
    this.length = before === null ? 0 : before.length + 1;
  }

  /** The story with one more step. */
  step(words: string): Story {
    return new Story(this, words);
  }

  /** The story with more said of its last step. */
  more(words: string): Story {
    return new Story(this.#before, `${this.#words}; ${words}`);
  }

  /** The story in numbered lines. */
  get text(): string {
    const lines: string[] = [];
    for (let at = this as Story; at.#before !== null; at = at.#before) lines.unshift(at.#words);
    return lines.map((line, index) => `  ${index + 1}. ${line}`).join('\n');
  }
}

/** Who tells a story while it happens. */
export class Teller {
  story: Story;
  /** The mishaps that fell, in order. */
  fallen: readonly string[];

  constructor(story: Story = Story.BEGIN, fallen: readonly string[] = []) {
    this.story = story;
    this.fallen = fallen;
  }

  /** Something that our program or its people did, or that came to an end. */
  step(words: string): void {
    this.story = this.story.step(words);
  }

  /** What was answered to the last step, or came of it. */
  more(words: string): void {
    this.story = this.story.more(words);
  }

  /** Something that went otherwise than calmly; `name` is its kind. */
  mishap(name: string, words = name): void {
    this.story = this.story.step(`!! ${words}`);
    this.fallen = [...this.fallen, name];
  }
}

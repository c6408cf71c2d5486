import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { referenceOf } from '../xlsx/reference.ts';
import { ownText } from '../xlsx/xml-text.ts';

const DELIMITERS = ['\t', ';', ','] as const;
type Delimiter = (typeof DELIMITERS)[number];

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** A cursor over delimited text that gives one field after another, in one pass. */
class Fields {
  readonly #text: string;
  readonly #delimiter: number;
  at: number;
  /** Whether the field that was read last is the last one of its line. */
  lineEnded = false;

  constructor(text: string, delimiter: Delimiter, at: number) {
    this.#text = text;
    this.#delimiter = delimiter.charCodeAt(0);
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  next(): string {
    const field = this.#text.charCodeAt(this.at) === QUOTE ? this.#quoted() : this.#plain();
    this.#end();
    return field;
  }

  #plain(): string {
    const from = this.at;
    for (; this.at < this.#text.length; this.at++) {
      const code = this.#text.charCodeAt(this.at);
      if (code === this.#delimiter || code === LINE_FEED || code === RETURN) break;
    }
    if (this.at - from > LIMITS.cell) throw new Unreadable(REJECTIONS.tooMuch);
    return ownText(this.#text.slice(from, this.at));
  }

  /** A quoted field goes on to its closing mark, over line ends; two marks are one of its text. */
  #quoted(): string {
    const from = this.at + 1;
    let end = from;
    let doubled = false;
    for (;;) {
      const mark = this.#text.indexOf('"', end);
      // Lines that vanish into one field are rows that nobody would miss.
      if (mark < 0 || mark - from > LIMITS.cell) throw new Unreadable(REJECTIONS.quotes);
      if (this.#text.charCodeAt(mark + 1) !== QUOTE) {
        this.at = mark + 1;
        const text = this.#text.slice(from, mark);
        return doubled ? text.replaceAll('""', '"') : ownText(text);
      }
      doubled = true;
      end = mark + 2;
    }
  }

  #end(): void {
    const code = this.#text.charCodeAt(this.at);
    this.lineEnded = this.done || code === LINE_FEED || code === RETURN;
    if (!this.lineEnded && code !== this.#delimiter) throw new Unreadable(REJECTIONS.quotes);
    const two = code === RETURN && this.#text.charCodeAt(this.at + 1) === LINE_FEED;
    this.at += two ? 2 : 1;
  }
}

/** One line after another, each as its fields without empty ones at the end. */
export function* lines(text: string, delimiter: Delimiter, from: number): Generator<string[]> {
  const fields = new Fields(text, delimiter, from);
  for (let number = from === 0 ? 1 : 2; !fields.done; number++) {
    const line: string[] = [];
    let column = 0;
    let open = true;
    while (open) {
      const field = fields.done ? '' : fields.next();
      column++;
      // A delimiter at the very end of the text has an empty field behind it.
      open = !fields.lineEnded && !fields.done;
      if (field === '') continue;
      if (column > LIMITS.columns)
        throw new Unreadable(REJECTIONS.farAway(referenceOf({ line: number, column })));
      while (line.length < column - 1) line.push('');
      line.push(field);
    }
    yield line;
  }
}

/** How many lines of the beginning have how many fields under a delimiter: the most frequent count. */
function agreement(text: string, delimiter: Delimiter): { lines: number; fields: number } {
  const counts = new Map<number, number>();
  const start = text.slice(0, 65_536);
  try {
    let looked = 0;
    for (const { length } of lines(start, delimiter, 0)) {
      if (++looked > 30) break;
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
  } catch {
    // What breaks off or does not pair up under this delimiter speaks for another one.
  }
  const [best = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { lines: best[1], fields: best[0] };
}

/** The delimiter of a text, and where its lines begin: Excel may name it in a line of its own. */
export function delimiterOf(text: string): { delimiter: Delimiter; from: number } {
  const named = /^sep=([,;\t])(?:\r\n?|\n)/iu.exec(text);
  const said = DELIMITERS.find((each) => each === named?.[1]);
  if (named !== null && said !== undefined) return { delimiter: said, from: named[0].length };
  const [first, ...others] = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...agreement(text, delimiter),
  }));
  const best = others.reduce(
    (a, b) => (b.lines > a.lines || (b.lines === a.lines && b.fields > a.fields) ? b : a),
    first!,
  );
  return { delimiter: best.fields === 0 ? ',' : best.delimiter, from: 0 };
}

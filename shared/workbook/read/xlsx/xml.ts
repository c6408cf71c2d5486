import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { readAttributes, resolved } from './xml-text.ts';

/** Who is told of the elements of a part. Names are local ones, those of the part's own namespace. */
export interface XmlListener {
  /** Whether the text that follows is wanted; else it is not even decoded. */
  listening: boolean;
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /** An element of another namespace begins, of which nothing else is told. */
  foreign(): void;
}

/** Of the part's namespace, of another one, or one that holds alternatives for older programs. */
type Kind = 'own' | 'foreign' | 'through';

/** A tag longer than this is no tag of a workbook; a longer one would be searched again and again. */
const LONGEST_TAG = 2 ** 20;
const DEEPEST = 64;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;

function damaged(): never {
  throw new Unreadable(REJECTIONS.damaged);
}

/** Where the tag that begins here ends, past quoted ">"; -1: not within this text. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === LESS) return damaged();
    if (code === 34 || code === 39) {
      at = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

function nameEnd(tag: string): number {
  for (let at = 0; at < tag.length; at++) {
    const code = tag.charCodeAt(at);
    if (code <= 32 || code === SLASH) return at;
  }
  return tag.length;
}

/**
 * Takes a part's XML apart in one pass, piece by piece, in time proportional to its length. Stricter
 * than most readers: tags that do not pair up, a document type or an unknown entity are damage, for
 * behind each of them something may be lost. Elements of another namespace are told apart and skipped.
 */
export class XmlReader {
  readonly #listener: XmlListener;
  readonly #open: string[] = [];
  readonly #kinds: Kind[] = [];
  /** Prefixes that mean the namespace of the part's root. */
  #own = new Set<string>();
  #namespace = '';
  #foreign = 0;
  #begun = false;
  #rest = '';
  #within: '' | '-->' | ']]>' | '?>' = '';

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** Takes the next piece. */
  feed(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = this.#within === '' ? this.#content(text, at) : this.#special(text, at);
      if (next === at) break;
      at = next;
    }
    if (text.length - at > LONGEST_TAG) damaged();
    this.#rest = text.slice(at);
  }

  /** Says that there is nothing more. */
  end(): void {
    if (this.#rest !== '' || this.#open.length > 0 || !this.#begun || this.#within !== '')
      damaged();
  }

  /** Reads on from one spot to the next; the same spot: more is needed. */
  #content(text: string, at: number): number {
    const tag = text.indexOf('<', at);
    if (tag !== at) return this.#characters(text, at, tag < 0 ? text.length : tag, tag < 0);
    const code = text.charCodeAt(at + 1);
    if (code === BANG) return this.#begin(text, at);
    if (code === QUESTION) {
      this.#within = '?>';
      return at + 2;
    }
    const end = tagEnd(text, at + 1);
    if (end < 0) return at;
    if (code === SLASH) this.#close(text.slice(at + 2, end).trimEnd());
    else this.#element(text.slice(at + 1, end));
    return end + 1;
  }

  #begin(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      this.#within = '-->';
      return at + 4;
    }
    if (text.startsWith('<![CDATA[', at)) {
      this.#within = ']]>';
      return at + 9;
    }
    return text.length - at < 9 ? at : damaged();
  }

  /** Inside a comment, an instruction or a literal section; only the last one is text. */
  #special(text: string, at: number): number {
    const mark = this.#within;
    const found = text.indexOf(mark, at);
    const end = found < 0 ? Math.max(at, text.length - mark.length + 1) : found;
    if (mark === ']]>' && end > at) this.#tell(text.slice(at, end));
    if (found < 0) return end;
    this.#within = '';
    return end + mark.length;
  }

  #characters(text: string, from: number, to: number, open: boolean): number {
    if (!this.#listener.listening || this.#foreign > 0) return to;
    // An entity may go on in the next piece.
    const cut = open ? text.lastIndexOf('&') : -1;
    const end = cut >= from && to - cut < 12 && !text.includes(';', cut) ? cut : to;
    if (end > from) this.#tell(resolved(text.slice(from, end)));
    return end;
  }

  #tell(text: string): void {
    if (this.#listener.listening && this.#foreign === 0) this.#listener.text(text);
  }

  #element(tag: string): void {
    const empty = tag.charCodeAt(tag.length - 1) === SLASH;
    const end = nameEnd(tag);
    const name = tag.slice(0, end);
    const attributes = empty ? tag.slice(end, -1) : tag.slice(end);
    if (name === '' || this.#open.length >= DEEPEST) damaged();
    if (this.#open.length === 0) this.#root(name, attributes);
    const local = name.slice(name.indexOf(':') + 1);
    const kind = this.#kindOf(name, local, attributes);
    if (kind === 'own') this.#listener.open(local, attributes);
    else if (this.#foreign === 0) this.#listener.foreign();
    if (kind === 'foreign') this.#foreign++;
    this.#open.push(name);
    this.#kinds.push(kind);
    if (empty) this.#close(name);
  }

  /** What newer programs understand is skipped; what stands there for all others is read. */
  #kindOf(name: string, local: string, attributes: string): Kind {
    if (this.#foreign > 0) return 'foreign';
    if (this.#isOwn(name, attributes)) return 'own';
    const inside = this.#kinds.at(-1) === 'through';
    if (local === 'AlternateContent') return 'through';
    return inside && local === 'Fallback' ? 'through' : 'foreign';
  }

  #close(name: string): void {
    const kind = this.#kinds.pop();
    if (this.#open.pop() !== name) damaged();
    if (kind === 'own') this.#listener.close(name.slice(name.indexOf(':') + 1));
    else if (kind === 'foreign') this.#foreign--;
  }

  #root(name: string, attributes: string): void {
    if (this.#begun) damaged();
    this.#begun = true;
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
    const spaces = new Map<string, string>();
    readAttributes(attributes, (each, value) => {
      if (each === 'xmlns') spaces.set('', value);
      else if (each.startsWith('xmlns:')) spaces.set(each.slice(6), value);
    });
    this.#namespace = spaces.get(prefix) ?? '';
    const same = [...spaces].filter(([, space]) => space === this.#namespace).map(([each]) => each);
    this.#own = new Set([prefix, ...same]);
  }

  #isOwn(name: string, attributes: string): boolean {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    if (!attributes.includes('xmlns')) return this.#own.has(prefix);
    let own = this.#own.has(prefix);
    readAttributes(attributes, (each, value) => {
      if (each === (prefix === '' ? 'xmlns' : `xmlns:${prefix}`)) own = value === this.#namespace;
    });
    if (own) this.#own.add(prefix);
    return own;
  }
}

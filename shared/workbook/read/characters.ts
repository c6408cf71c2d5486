import { type Reason, reason } from '../../reasons/reason.ts';
import { type WordId, wordsValue } from '../../reasons/words.ts';
import { shortened } from './field.ts';

/**
 * The one rule for characters that nobody can see, in ids, prices, terms, dates and approvals:
 *
 * 1. **Blanks** of every width, no-break ones, tabs and line breaks are one blank; at the ends, none.
 * 2. **Nothing** to be seen (zero width, soft hyphen, variation marks): dropped everywhere.
 * 3. **Full width** forms are the plain ones. No other form is folded: a footnote's "12³" is not 123.
 * 4. **Turning** marks, which can show the characters behind them in another order: dropped at the
 *    ends, where they turn nothing; inside the value it is refused.
 * 5. **Unreadable** ones (control, private use, lost in a conversion): the value is refused.
 *
 * An id is never mended inside: what stands there after the ends are cleared must be visible ASCII,
 * for the provider knows the id by each character. What is refused names the character.
 */
const RULE: readonly (readonly [kind: Kind, word: WordId, pattern: RegExp])[] = [
  ['blank', 'space', / /u],
  ['blank', 'tab', /\t/u],
  ['blank', 'line-break', /[\n\v\f\r\u0085\u2028\u2029]/u],
  ['blank', 'no-break-space', /[\u00a0\u202f]/u],
  ['blank', 'wide-space', /\u3000/u],
  ['blank', 'odd-space', /[\u1680\u2000-\u200a\u205f]/u],
  ['nothing', 'zero-width-space', /[\u180e\u200b\u2060-\u2064]/u],
  ['nothing', 'zero-width-joiner', /[\u034f\u200c\u200d]/u],
  ['nothing', 'byte-order-mark', /\ufeff/u],
  ['nothing', 'soft-hyphen', /\u00ad/u],
  ['nothing', 'shape-mark', /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u],
  ['nothing', 'empty-letter', /[\u115f\u1160\u3164\uffa0]/u],
  ['turning', 'direction-mark', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]/u],
  ['unreadable', 'lost-character', /[\ufffd\ud800-\udfff]/u],
  ['unreadable', 'private-character', /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u],
  ['unreadable', 'control-character', /[\p{Cc}\ufff9-\ufffb\u{e0000}-\u{e007f}]/u],
];

type Kind = 'blank' | 'nothing' | 'turning' | 'unreadable';

/** A character that stands in the way, by its name and its number in Unicode. */
export interface OddCharacter {
  /** Null for one that can be seen. */
  readonly word: WordId | null;
  readonly character: string;
}

function ruleOf(character: string): { kind: Kind; word: WordId } | null {
  const found = RULE.find(([, , pattern]) => pattern.test(character));
  return found === undefined ? null : { kind: found[0], word: found[1] };
}

const ORDINARY = /^[\x20-\x7e\p{Script=Han}]*$/u;
const UNSEEN_ENDS = /[^\x21-\x7e]/u;

/** From where to where the text is without what is dropped at its ends. */
function inside(text: string): string {
  const characters = Array.from(text);
  const dropped = (at: number): boolean => {
    const character = characters[at];
    if (character === undefined) return false;
    const kind = ruleOf(character)?.kind;
    return kind !== undefined && kind !== 'unreadable';
  };
  let from = 0;
  let to = characters.length;
  while (from < to && dropped(from)) from++;
  while (to > from && dropped(to - 1)) to--;
  return from === 0 && to === characters.length ? text : characters.slice(from, to).join('');
}

/** Full width letters, figures and signs as the plain ones that they are. */
function narrow(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e\uffe0-\uffe6]/gu, (wide) => wide.normalize('NFKC'));
}

/**
 * A value's text as it is read: cleared at its ends, blanks as single ones, what shows nothing
 * dropped, full width made plain. What {@link oddCharacter} finds is still in it.
 */
export function plainText(text: string): string {
  if (ORDINARY.test(text)) return text.replaceAll(/ {2,}/gu, ' ').trim();
  let plain = '';
  for (const character of inside(text)) {
    const kind = UNSEEN_ENDS.test(character) ? ruleOf(character)?.kind : undefined;
    if (kind === 'blank') plain += ' ';
    else if (kind !== 'nothing') plain += character;
  }
  return narrow(plain).replaceAll(/ {2,}/gu, ' ').trim();
}

/** The first character for which a value is refused, whatever else it says; null: none. */
export function oddCharacter(text: string): OddCharacter | null {
  if (ORDINARY.test(text)) return null;
  for (const character of inside(text)) {
    const rule = ruleOf(character);
    if (rule?.kind === 'turning' || rule?.kind === 'unreadable') {
      return { word: rule.word, character };
    }
  }
  return null;
}

/** An id's text without what is dropped at its ends, and the first character that no id has. */
export function idText(text: string): { id: string; odd: OddCharacter | null } {
  const id = inside(text);
  const character = Array.from(id).find((each) => !/^[\x21-\x7e]$/u.test(each));
  if (character === undefined) return { id, odd: null };
  return { id, odd: { word: ruleOf(character)?.word ?? null, character } };
}

/** The number of a character as it is written everywhere: "U+200B". */
function numberOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Why a value is refused for a character in it, naming the character. */
export function characterReason(text: string, { word, character }: OddCharacter): Reason {
  const cell = shortened(text);
  return word === null
    ? reason('visible-odd-character', { cell, character, number: numberOf(character) })
    : reason('unseen-character', {
        cell,
        character: wordsValue([word]),
        number: numberOf(character),
      });
}

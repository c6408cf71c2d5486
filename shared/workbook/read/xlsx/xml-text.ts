import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function character(code: number): string {
  const valid = Number.isInteger(code) && code > 0 && code <= 0x10ffff;
  if (!valid) throw new Unreadable(REJECTIONS.damaged);
  return String.fromCodePoint(code);
}

/** XML's text as it is meant: entities as their characters, line ends as one. */
export function resolved(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));|&/giu,
    (_, hex, decimal, name) => {
      if (typeof hex === 'string') return character(Number.parseInt(hex, 16));
      if (typeof decimal === 'string') return character(Number(decimal));
      const known = typeof name === 'string' ? ENTITIES[name] : undefined;
      if (known === undefined) throw new Unreadable(REJECTIONS.damaged);
      return known;
    },
  );
}

/** Tells each attribute of a tag. Malformed ones are damage: what stands behind them would be lost. */
export function readAttributes(
  attributes: string,
  take: (name: string, value: string) => void,
): void {
  let at = 0;
  const skip = (): void => {
    while (at < attributes.length && attributes.charCodeAt(at) <= 32) at++;
  };
  for (skip(); at < attributes.length; skip()) {
    const from = at;
    while (at < attributes.length && attributes.charCodeAt(at) > 32 && attributes[at] !== '=') at++;
    const name = attributes.slice(from, at);
    skip();
    if (attributes[at] !== '=') throw new Unreadable(REJECTIONS.damaged);
    at++;
    skip();
    const quote = attributes[at];
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, at + 1) : -1;
    if (end < 0 || name === '') throw new Unreadable(REJECTIONS.damaged);
    take(name, resolved(attributes.slice(at + 1, end)));
    at = end + 1;
  }
}

/** One attribute of a tag, or null. */
export function attribute(attributes: string, wanted: string): string | null {
  let found: string | null = null;
  readAttributes(attributes, (name, value) => {
    if (name === wanted) found = value;
  });
  return found;
}

/** Whether a switch of the format is on; `unsaid` where the attribute or the element is not there. */
export function isOn(value: string | null, unsaid = false): boolean {
  if (value === null) return unsaid;
  return value === '1' || value === 'true' || value === 'on';
}

/**
 * The codes "_x000D_" by which the format writes characters that XML cannot hold. Only what is no
 * ordinary character is written so; "_x005F_" is the underscore that keeps a code from being one.
 */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/**
 * The same text in memory of its own. A piece of a longer text keeps all of the longer one in memory;
 * joining and cutting makes the engine copy it.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

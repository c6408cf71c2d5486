import { domainToASCII, domainToUnicode } from 'node:url';

/** Whether an id is a domain name: words with dots between them, which no instance's id has. */
export function isDomain(id: string): boolean {
  return /^[^\s/,.]+(?:\.[^\s/,.]+)+\.?$/u.test(id.trim());
}

/** A domain name as calls take it: without the dot of the root. */
export function domainName(id: string): string {
  return id.trim().replace(/\.$/u, '');
}

const PLAIN = /^[\x21-\x7e]*$/u;
/** Other letters look like plain ones, and a name of theirs may be meant for another (а.com). */
const CHINESE = /^[\p{Script=Han}\w.-]+$/u;
const ENCODED = /(?:^|\.)xn--/iu;

/** Whether a text is a domain name with Chinese characters in it. */
export function isChineseName(text: string): boolean {
  return !PLAIN.test(text) && CHINESE.test(text) && isDomain(text) && domainToASCII(text) !== '';
}

/** A name in other letters as `xn--`; null for one in plain letters, or where there is no such name. */
export function inPlainLetters(name: string): string | null {
  return PLAIN.test(name) ? null : domainToASCII(name) || null;
}

/**
 * The other spelling of a name in other letters: which of the two calls and lists use is NOT FOUND
 * (Alibaba contract, section 1.5). Null: it has none.
 */
export function otherSpelling(name: string): string | null {
  return ENCODED.test(name) ? domainToUnicode(name) || null : inPlainLetters(name);
}

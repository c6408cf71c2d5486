/** Text from outside as a terminal may be shown it: on one line, and nothing that steers it. */
export function plainText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

/**
 * What people see of a text in a font of symbols, whose letters are drawn as ticks, crosses and boxes:
 * an approval ticked in Wingdings is stored as "ü". Only those with a meaning in a quote are known.
 */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { ü: '✓', û: '✗', þ: '☑', ý: '☒', '¨': '☐', o: '☐', q: '☐' },
  'wingdings 2': { P: '✓', O: '✗', R: '☑', Q: '☒', S: '☒', T: '☒', '£': '☐' },
  webdings: { a: '✓', r: '✗', c: '☐' },
};

/** Fonts of which no character is drawn as itself and none is known. */
const OTHERS: ReadonlySet<string> = new Set(['wingdings 3', 'marlett']);

/** Where Word and Excel put the characters of such fonts: the code within the font, from here on. */
const PRIVATE_USE = 0xf000;

/** Whether letters and digits in the font are drawn as something else. */
export function isSymbolFont(name: string | null): name is string {
  const key = name?.trim().toLowerCase();
  return key !== undefined && (Object.hasOwn(SYMBOLS, key) || OTHERS.has(key));
}

/** The text as it is seen in such a font, or null where it holds a symbol that means nothing known. */
export function shownInSymbols(font: string, text: string): string | null {
  const symbols = SYMBOLS[font.trim().toLowerCase()] ?? {};
  let shown = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const own = code >= PRIVATE_USE + 0x20 && code <= PRIVATE_USE + 0xff;
    const key = own ? String.fromCodePoint(code - PRIVATE_USE) : character;
    const symbol = key.trim() === '' ? key : symbols[key];
    if (symbol === undefined) return null;
    shown += symbol;
  }
  return shown;
}

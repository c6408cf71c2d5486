/**
 * The formats that a file names by number only. Those of the currency of the reader's own country
 * (42, 44) are left out: they name no currency, each reader sees another one. 27 to 36 and 50 to 58
 * are those of Chinese programs.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);\\($#,##0\\)',
  6: '$#,##0_);[Red]\\($#,##0\\)',
  7: '$#,##0.00_);\\($#,##0.00\\)',
  8: '$#,##0.00_);[Red]\\($#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** What stands in a format for itself: quoted, behind a back-slash, as a filler or a width. */
const LITERAL = /"[^"]*"?|[\\*_].?|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/giu;
const LONGEST = 1000;

/** The format text behind a format's number, or null for the general one. */
export function formatText(id: number, own: ReadonlyMap<number, string>): string | null {
  const text = own.get(id) ?? BUILT_IN[id] ?? null;
  return text === null || /^general$/iu.test(text.trim()) ? null : text.slice(0, LONGEST);
}

/** Whether numbers in this format are days and times. */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const bare = format.replaceAll(LITERAL, '').replaceAll(/general|standard/giu, '');
  return /[ymdhs]/iu.test(bare.split(';', 1)[0]!);
}

/** What a cell's content is to its format, which may show each of them in another way. */
export type Sign = 'positive' | 'negative' | 'zero' | 'text';

const NONE: ReadonlySet<Sign> = new Set();

/**
 * What a format does not show at all: everything with ";;;", zeros with "0;-0;". Sections with a
 * condition of their own, such as "[<5]", are not judged.
 */
export function notShown(format: string | null): ReadonlySet<Sign> {
  if (format === null || !format.includes(';') || /\[[<>=]/u.test(format)) return NONE;
  const empty = format
    .replaceAll(/"[^"]*"|\\./gu, 'x')
    .split(';')
    .map((section) => section.replaceAll(/\[[^\]]*\]|\s/gu, '') === '');
  const [positive = false, negative = false, zero = positive, text = false] = empty;
  const hidden: readonly (readonly [Sign, boolean])[] = [
    ['positive', positive],
    ['negative', negative],
    ['zero', zero],
    ['text', text],
  ];
  return new Set(hidden.filter(([, is]) => is).map(([sign]) => sign));
}

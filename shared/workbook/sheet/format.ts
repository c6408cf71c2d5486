/** Distinct number formats taken over from one upload; spreadsheets refuse more than about 200. */
const FORMAT_LIMIT = 100;
const LENGTH_LIMIT = 200;

const LITERALS = /"[^"]*"|\\[\s\S]|[_*][\s\S]/gu;
const BRACKETS =
  /\[(?:\$[^[\]]{0,30}|[<>=]{1,2}-?\d+(?:\.\d+)?|h+|m+|s+|black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2}|dbnum[1-4])\]/giu;
const WORDS = /general|am\/pm|a\/p|上午\/下午|e[+-]/giu;
const REST = /^[\s\d#?.,%/:;+\-()$¥￥€£@!&~^{}<>='年月日时時分秒ymdhsbega]*$/iu;

/** Whether the number format is one that spreadsheets read without repairing the file. */
export function isSoundFormat(format: string): boolean {
  if (format.length > LENGTH_LIMIT) return false;
  const rest = format.replace(LITERALS, '').replace(BRACKETS, '').replace(WORDS, '');
  return REST.test(rest) && rest.split(';').length <= 4;
}

/**
 * Passes the uploader's sound number formats on, as many as one workbook may have, and gives
 * `otherwise` for the rest. Make one per workbook.
 */
export function formatKeeper(): (format: string | null, otherwise: string) => string {
  const kept = new Set<string>();
  return (format, otherwise) => {
    if (format === null || format === '') return otherwise;
    if (kept.has(format)) return format;
    if (kept.size >= FORMAT_LIMIT || !isSoundFormat(format)) return otherwise;
    kept.add(format);
    return format;
  };
}

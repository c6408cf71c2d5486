/** Words and phrases that are written in one text and divided by bars, so that many fit on a page. */
export function wordList(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s*\|\s*/u)
    .filter((word) => word !== '');
}

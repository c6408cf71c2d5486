/**
 * What a dropped file may hold. All of it is counted while the file is read, before memory is spent on
 * it, and so chosen that whatever is taken in can be planned and written as results in the functions'
 * own memory. 10,000 rows of 60 columns with 60 characters in each cell are within it.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  packed: 25 * 2 ** 20,
  /** Bytes of the parts that are read, unpacked: the workbook, its texts, styles and visible sheets. */
  unpacked: 128 * 2 ** 20,
  /** Parts of the archive. */
  parts: 5000,
  /** Bytes of a text file. 100,000 rows of 14 columns are about 12 MB. */
  text: 25 * 2 ** 20,
  /** Sheets of a workbook, hidden ones among them. */
  sheets: 1000,
  /** Cells with something in them, over all visible sheets. */
  cells: 700_000,
  /** Characters in all cells together; a shared text counts once. */
  characters: 40_000_000,
  /** Shared texts, each of which may be used by any number of cells. */
  texts: 1_000_000,
  /** Styles, fonts, fills and number formats, each. Excel's own limit of styles is 65,490. */
  styles: 70_000,
  /** Merged blocks of a sheet. */
  merges: 100_000,
  /** Merged blocks over one line: more than this can only lie over each other. */
  mergesOfLine: 256,
  /** The furthest column, from 1, and the furthest line with something in it. */
  columns: 256,
  lines: 400_000,
  /** Characters of one cell: what Excel itself can hold. */
  cell: 32_767,
} as const;

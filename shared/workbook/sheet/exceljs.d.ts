/**
 * The stream writer alone: the package's main entry would bring its readers along and double the
 * size of the bundle. Nothing of it is typed by the package, so the types of the main entry stand in.
 */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type { stream } from 'exceljs';

  const WorkbookWriter: typeof stream.xlsx.WorkbookWriter;
  export default WorkbookWriter;
}

/** How one text of a workbook is written, for those that are written in pieces. */
declare module 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js' {
  export default class SharedStringXform {
    toXml(text: string): string;
  }
}

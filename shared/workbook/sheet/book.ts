import type { Language } from '../../reasons/entry.ts';
import { Writable } from 'node:stream';
import type { AddWorksheetOptions, HeaderFooter, PageSetup, stream, Worksheet } from 'exceljs';
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { setNames, type SheetName, sheetNames } from './sheet-names.ts';
import { writeTextsInPieces } from './shared-texts.ts';
import { sheetText } from './text.ts';

/** A workbook that is being written to memory. */
export interface SheetBook {
  /** In which its own words are. */
  readonly language: Language;
  readonly addSheet: (name: string, options: SheetOptions) => Worksheet;
  /** Ends the file; nothing can be added after that. */
  readonly finish: () => Promise<Uint8Array>;
}

export interface SheetOptions {
  /** The tab's colour, six hex digits. */
  readonly tab: string;
  /** Heading rows that stay in sight and are repeated on every printed page. */
  readonly headingRows: number;
  readonly paper: 'A3' | 'A4' | 'A4 upright';
  /** Columns at the left that stay in sight. */
  readonly pinnedColumns?: number | undefined;
  /** The range that has filter arrows, such as `A1:V301`. */
  readonly filter?: string | undefined;
  /** The range that is printed; left out: everything. */
  readonly printed?: string | undefined;
}

/** The file format's numbers for paper sizes. */
const PAPER = { A3: 8, A4: 9, 'A4 upright': 9 } as const;

function memory(): { readonly sink: Writable; readonly chunks: Buffer[] } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { sink, chunks };
}

/** One page wide and as long as it takes. */
function pageSetup({ headingRows, paper }: SheetOptions): Partial<PageSetup> {
  return {
    paperSize: PAPER[paper] as PageSetup['paperSize'],
    orientation: paper === 'A4 upright' ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headingRows > 0 && { printTitlesRow: `1:${headingRows}` }),
  };
}

/** In a footer `&` begins a code; doubled it is itself. */
function footer(text: string): Partial<HeaderFooter> {
  const safe = sheetText(text).replaceAll('\n', ' ').replaceAll('&', '&&').slice(0, 120);
  return { oddFooter: `&L&8 ${safe}&C&8 &A&R&8 &P / &N` };
}

function sheetOptions(options: SheetOptions, footerText: string): Partial<AddWorksheetOptions> {
  return {
    properties: { tabColor: { argb: `FF${options.tab}` }, dyDescent: 0.25 },
    pageSetup: pageSetup(options),
    headerFooter: footer(footerText),
    views: [
      options.headingRows > 0
        ? {
            state: 'frozen',
            xSplit: options.pinnedColumns ?? 0,
            ySplit: options.headingRows,
            showGridLines: false,
          }
        : { state: 'normal', showGridLines: false },
    ],
  };
}

/**
 * Opens a workbook whose own words are in `language`. `created` is epoch milliseconds; `footerText`
 * stands at the foot of every printed page.
 */
export function openBook(
  title: string,
  footerText: string,
  created: number,
  language: Language,
): SheetBook {
  const { sink, chunks } = memory();
  const options: Partial<stream.xlsx.WorkbookStreamWriterOptions> = {
    stream: sink,
    useStyles: true,
    useSharedStrings: true,
  };
  const book = new WorkbookWriter({ ...options, created: new Date(created) } as typeof options);
  writeTextsInPieces(book);
  book.title = sheetText(title);
  book.views = [
    {
      x: 0,
      y: 0,
      width: 28_800,
      height: 17_000,
      firstSheet: 0,
      activeTab: 0,
      visibility: 'visible',
    },
  ];
  book.creator = 'renewsheet';
  book.lastModifiedBy = 'renewsheet';
  const names: SheetName[] = [];
  let sheets = 0;
  return {
    language,
    addSheet: (name, sheet) => {
      names.push(...sheetNames(name, sheets, sheet));
      sheets += 1;
      return book.addWorksheet(name, sheetOptions(sheet, footerText));
    },
    finish: async () => {
      setNames(book, names);
      await book.commit();
      return Buffer.concat(chunks);
    },
  };
}

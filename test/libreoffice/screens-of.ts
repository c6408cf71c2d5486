import { zippedTexts } from '../shared/workbook/results/results-parts.ts';
import { archive } from '../support/raw-workbook.ts';

/** 1600 x 900 at 96 dots an inch, as a page that is printed as it is: the file format names the short side first. */
const SCREEN =
  '<pageSetup paperWidth="238.2mm" paperHeight="423.4mm" orientation="landscape" scale="100"/>';
const MARGINS = '<pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/>';

/** A sheet's part whose first printed page is what a screen shows when the file is opened. */
function onScreen(xml: string): string {
  return xml
    .replaceAll(
      /<pageSetUpPr[^>]*\/>|<headerFooter.*?<\/headerFooter>|<rowBreaks.*?<\/rowBreaks>/gsu,
      '',
    )
    .replace(/<pageMargins[^>]*\/>/u, MARGINS)
    .replace(/<pageSetup [^>]*\/>/u, SCREEN);
}

/** The workbook's part with one sheet alone in sight, and all of it to be printed. */
function withOne(xml: string, shown: number): string {
  let at = -1;
  return xml
    .replace(/<definedNames>.*?<\/definedNames>/su, '')
    .replace(/ activeTab="\d+"/u, ` activeTab="${shown}"`)
    .replaceAll(/<sheet [^>]*\/>/gu, (sheet) => {
      at += 1;
      const plain = sheet.replace(/ state="[^"]*"/u, '');
      return at === shown ? plain : plain.replace('<sheet ', '<sheet state="hidden" ');
    });
}

/** A copy of the workbook for each of its sheets, in which that sheet alone is printed, a page a screen. */
export function screensOf(bytes: Uint8Array): readonly Uint8Array[] {
  const parts = [...zippedTexts(bytes)];
  const sheets = parts.filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name));
  return sheets.map((_, shown) =>
    archive(
      parts.map(([name, text]) => {
        const isSheet = name.startsWith('xl/worksheets/sheet');
        if (name === 'xl/workbook.xml') return { name, text: withOne(text, shown) };
        return { name, text: isSheet ? onScreen(text) : text };
      }),
    ),
  );
}

import type { Worksheet } from 'exceljs';

/** A bar behind the number in a cell, from zero to `most`. */
export interface CountBar {
  /** The cell, such as `C12`. */
  readonly ref: string;
  readonly most: number;
  /** Six hex digits. */
  readonly colour: string;
}

/** What the stream writer calls while it ends a sheet; it declares none of this. */
interface SheetEnding {
  _write: (xml: string) => void;
  _writeHyperlinks: () => void;
  _writeCloseWorksheet: () => void;
}

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

function id(index: number): string {
  return `{5E7A0000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`;
}

function rule({ ref, most, colour }: CountBar, index: number): string {
  return (
    `<conditionalFormatting sqref="${ref}"><cfRule type="dataBar" priority="${index + 1}">` +
    `<dataBar><cfvo type="num" val="0"/><cfvo type="num" val="${most}"/><color rgb="FF${colour}"/></dataBar>` +
    `<extLst><ext xmlns:x14="${X14}" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}">` +
    `<x14:id>${id(index)}</x14:id></ext></extLst></cfRule></conditionalFormatting>`
  );
}

/** The same once more for spreadsheets since 2010: a plain bar without fading, none for zero. */
function laterRule({ ref, most, colour }: CountBar, index: number): string {
  return (
    `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id(index)}">` +
    `<x14:dataBar minLength="0" maxLength="100" gradient="0">` +
    `<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${most}</xm:f></x14:cfvo>` +
    `<x14:negativeFillColor rgb="FF${colour}"/><x14:axisColor rgb="FF${colour}"/>` +
    `</x14:dataBar></x14:cfRule><xm:sqref>${ref}</xm:sqref></x14:conditionalFormatting>`
  );
}

/**
 * Gives cells bars. The stream writer cannot be asked for them: it puts conditional formats behind
 * the links, where the file format does not allow them, and leaves their ids empty, and for both
 * Excel offers to repair the file. So the two pieces are written here, each at its place.
 */
export function addBars(sheet: Worksheet, bars: readonly CountBar[]): void {
  if (bars.length === 0) return;
  const ending = sheet as unknown as SheetEnding;
  const writeLinks = ending._writeHyperlinks.bind(ending);
  const writeClose = ending._writeCloseWorksheet.bind(ending);
  ending._writeHyperlinks = () => {
    ending._write(bars.map(rule).join(''));
    writeLinks();
  };
  ending._writeCloseWorksheet = () => {
    ending._write(
      `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">` +
        `<x14:conditionalFormattings>${bars.map(laterRule).join('')}</x14:conditionalFormattings></ext></extLst>`,
    );
    writeClose();
  };
}

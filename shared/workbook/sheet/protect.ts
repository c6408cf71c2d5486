import type { Worksheet } from 'exceljs';

/** What the stream writer calls while it ends a sheet; it declares none of this. */
interface SheetEnding {
  _write: (xml: string) => void;
  _writeAutoFilter: () => void;
}

/** What may be done all the same, said by a zero: choosing and filtering, and making room. */
const PROTECTION =
  '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/**
 * Protects all cells of a sheet but the unlocked ones, without a password: against a slip of the hand
 * and not against anybody. The stream writer's own way puts it behind the drop-downs, where the file
 * format does not allow it, so it is written here, right behind the rows.
 */
export function protectSheet(sheet: Worksheet): void {
  const ending = sheet as unknown as SheetEnding;
  const writeFilter = ending._writeAutoFilter.bind(ending);
  ending._writeAutoFilter = () => {
    ending._write(PROTECTION);
    writeFilter();
  };
}

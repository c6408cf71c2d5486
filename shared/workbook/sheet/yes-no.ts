import type { DataValidation, Worksheet } from 'exceljs';

/** The stream writer keeps these and writes them at the end; its types do not tell of it. */
interface Validated {
  readonly dataValidations: { readonly add: (range: string, rule: DataValidation) => void };
}

/**
 * Gives the cells of a range such as `O2:O9` a drop-down with yes and no. What else may stand for a
 * yes in a dropped file is the reader's matter; here a slip of the pen is refused.
 */
export function addYesOrNo(sheet: Worksheet, range: string): void {
  (sheet as unknown as Validated).dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: ['"yes,no"'],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Approved',
    error: 'Please choose yes or no, or leave the cell empty, which is a no.',
  });
}

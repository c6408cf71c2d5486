import { tell } from '../../phrases/phrase.ts';
import { FORM } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { DataValidation, Worksheet } from 'exceljs';

/** The stream writer keeps these and writes them at the end; its types do not tell of it. */
interface Validated {
  readonly dataValidations: { readonly add: (range: string, rule: DataValidation) => void };
}

function addList(
  sheet: Worksheet,
  range: string,
  words: readonly string[],
  rule: Partial<DataValidation>,
): void {
  (sheet as unknown as Validated).dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
    showErrorMessage: true,
    ...rule,
  });
}

/**
 * Gives the cells of a range such as `O2:O9` a drop-down with yes and no, or with other words for the
 * two. What else may stand for a yes in a dropped file is the reader's matter; here a slip of the pen
 * is refused.
 */
export function addYesOrNo(
  sheet: Worksheet,
  range: string,
  language: Language,
  [yes, no]: readonly [yes: string, no: string] = [FORM.yes[language], FORM.no[language]],
): void {
  addList(sheet, range, [yes, no], {
    errorStyle: 'stop',
    errorTitle: FORM.chooseTitle[language],
    error: tell(FORM.choose, language, { yes, no }),
  });
}

/** Gives the cells of a range a drop-down with durations; another one may be written all the same. */
export function addDurations(
  sheet: Worksheet,
  range: string,
  durations: readonly string[],
  language: Language,
): void {
  addList(sheet, range, durations, {
    errorStyle: 'warning',
    errorTitle: FORM.durationTitle[language],
    error: FORM.duration[language],
  });
}

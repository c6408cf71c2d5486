import { HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import { LEFT_OUT_WORDS } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import {
  type LeftOutRow,
  type Survey,
  type SurveyedResource,
  type SurveyRow,
  unpricedRows,
} from '../../survey/survey.ts';
import {
  daysLeftCell,
  expiryColumn,
  modeColumn,
  type ResourceColumn,
  resourceText,
  serviceOf,
  statusColumn,
} from './columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import { OUTCOME_COLOURS, PAGE_COLOURS } from '../sheet/palette.ts';
import { writeTable } from '../sheet/table.ts';

/**
 * The first columns of both sheets. The ids stand under "Resource", a heading that the reader does
 * not take for one of ids: what is listed here must never be read as part of the quote.
 */
function resourceColumns(
  survey: Survey,
  language: Language,
): readonly ResourceColumn<SurveyedResource>[] {
  return [
    resourceText(HEADINGS.resource[language], 39, ({ resourceId }) => resourceId),
    resourceText(HEADINGS.name[language], 26, ({ name }) => name),
    resourceText(HEADINGS.service[language], 22, serviceOf),
    resourceText(HEADINGS.region[language], 17, ({ region }) => region),
    statusColumn(language),
    expiryColumn(survey.zone, language),
    {
      heading: HEADINGS.daysLeft[language],
      width: 12,
      align: 'right',
      cell: daysLeftCell(survey),
    },
    modeColumn(language),
  ];
}

function refusal({ price }: SurveyRow): { code: string; reason: string; advice: string } | null {
  return price.kind === 'not renewable' ? price : null;
}

async function writeList<Row extends SurveyedResource>(
  book: SheetBook,
  name: string,
  tab: string,
  columns: readonly ResourceColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const own = columns.map((column) => ({ ...column, origin: 'uploader' as const }));
  await writeTable(book, name, tab, own, rows);
}

/** Writes the resources that the provider gives no price for, each with its reason; none: no sheet. */
export async function writeUnpriced(book: SheetBook, survey: Survey): Promise<void> {
  const { language } = book;
  const columns: readonly ResourceColumn<SurveyRow>[] = [
    ...resourceColumns(survey, language),
    resourceText(HEADINGS.whyNot[language], 52, (row) => refusal(row)?.reason ?? null),
    resourceText(HEADINGS.whatToDo[language], 46, (row) => refusal(row)?.advice ?? null),
    resourceText(HEADINGS.providerCode[language], 15, (row) => refusal(row)?.code ?? null),
  ];
  const tab = OUTCOME_COLOURS['not renewable'];
  await writeList(book, SHEETS.cannotBeRenewed[language], tab, columns, unpricedRows(survey));
}

/** Writes the resources that were found and are not offered, each with why; none: no sheet. */
export async function writeLeftOut(book: SheetBook, survey: Survey): Promise<void> {
  const { language } = book;
  const columns: readonly ResourceColumn<LeftOutRow>[] = [
    ...resourceColumns(survey, language),
    resourceText(
      HEADINGS.whyLeftOut[language],
      19,
      ({ because }) => LEFT_OUT_WORDS[because][language],
    ),
    resourceText(HEADINGS.inDetail[language], 52, ({ detail }) => detail),
  ];
  const name = SHEETS.leftOut[language];
  await writeList(book, name, PAGE_COLOURS.line, columns, survey.leftOut);
}

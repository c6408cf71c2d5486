import {
  type LeftOutRow,
  type Survey,
  type SurveyedResource,
  type SurveyRow,
  unpricedRows,
} from '../../survey/survey.ts';
import { daysLeftCell, expiryColumn, type ResourceColumn, resourceText } from './columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import { OUTCOME_COLOURS, PAGE_COLOURS } from '../sheet/palette.ts';
import { writeTable } from '../sheet/table.ts';

/**
 * The first columns of both sheets. The ids stand under "Resource", a heading that the reader does
 * not take for one of ids: what is listed here must never be read as part of the quote.
 */
function resourceColumns(survey: Survey): readonly ResourceColumn<SurveyedResource>[] {
  return [
    resourceText('Resource', 39, ({ resourceId }) => resourceId),
    resourceText('Name', 26, ({ name }) => name),
    resourceText('Service', 22, ({ serviceName, serviceCode }) => serviceName ?? serviceCode),
    resourceText('Region', 17, ({ region }) => region),
    resourceText('Status', 10, ({ status }) => status),
    expiryColumn(survey.zone),
    { heading: 'Days left', width: 12, align: 'right', cell: daysLeftCell(survey) },
    resourceText('Mode', 15, ({ mode }) => mode),
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
  const columns: readonly ResourceColumn<SurveyRow>[] = [
    ...resourceColumns(survey),
    resourceText('Why it cannot be renewed', 52, (row) => refusal(row)?.reason ?? null),
    resourceText('What to do', 46, (row) => refusal(row)?.advice ?? null),
    resourceText('Provider code', 15, (row) => refusal(row)?.code ?? null),
  ];
  const tab = OUTCOME_COLOURS['not renewable'];
  await writeList(book, 'Cannot be renewed', tab, columns, unpricedRows(survey));
}

/** Writes the resources that were found and are not offered, each with why; none: no sheet. */
export async function writeLeftOut(book: SheetBook, survey: Survey): Promise<void> {
  const columns: readonly ResourceColumn<LeftOutRow>[] = [
    ...resourceColumns(survey),
    resourceText('Why it is left out', 19, ({ because }) => because),
    resourceText('In detail', 52, ({ detail }) => detail),
  ];
  await writeList(book, 'Left out', PAGE_COLOURS.line, columns, survey.leftOut);
}

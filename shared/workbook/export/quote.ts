import type { Survey, SurveyPart, SurveyRow } from '../../survey/survey.ts';
import { termText } from '../../values/term.ts';
import { daysLeft } from './totals.ts';
import { daysLeftCell, expiryColumn, type ResourceColumn, resourceText } from './columns.ts';
import { addBars } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { moneyCells } from '../sheet/money.ts';
import { BAR_COLOURS, PAGE_COLOURS } from '../sheet/palette.ts';
import { EDGED, style, UNDERLINED } from '../sheet/styles.ts';
import { addYesOrNo } from '../sheet/yes-no.ts';
import { writeTable } from '../sheet/table.ts';

const border = UNDERLINED;
const NUMBER = style({ border, align: 'left', indent: 1, format: '0' });
const TO_FILL = style({ border: EDGED, fill: 'FFF8D6', align: 'center', bold: true });
const NOTE = style({ border, wrap: true });

/** Where the days left and the approval stand among the columns, as letters. */
interface Letters {
  readonly days: string;
  readonly approved: string;
}

type QuoteColumn = ResourceColumn<SurveyRow>;

function priced({ price }: SurveyRow) {
  return price.kind === 'priced' ? price : null;
}

/** Whether the provider tells no price of it before it renews. */
export function isUntold({ price }: SurveyRow): boolean {
  return price.kind === 'not told';
}

function priceColumns({ currency }: Survey): readonly QuoteColumn[] {
  const money = moneyCells({ border, indent: 1 }, currency);
  const approve = moneyCells({ border, indent: 1, bold: true }, currency);
  const amount = (heading: string, width: number, cell: QuoteColumn['cell']): QuoteColumn => ({
    heading: `${heading} (${currency})`,
    width,
    align: 'right',
    cell,
  });
  return [
    amount('List Price', 15, (row) => money(priced(row)?.list ?? null)),
    amount('Discount', 13, (row) => money(priced(row)?.discount ?? null)),
    amount('Price to approve', 17, (row) =>
      isUntold(row) ? { value: null, style: TO_FILL } : approve(priced(row)?.price ?? null),
    ),
    resourceText('Currency', 10, (row) => priced(row)?.price.currency ?? currency),
  ];
}

/** What whoever approves should know of a row; they may write over it. */
function noteOf(row: SurveyRow): string | null {
  const { mode, status } = row;
  const notes = [
    isUntold(row)
      ? 'The provider tells no price before it renews: type the price to approve; the charge is compared with it afterwards.'
      : null,
    mode === 'ends at expiry' ? 'Set to end with its term.' : null,
    mode === 'auto-renew' ? 'Auto-renewal is on.' : null,
    status === 'expired' ? 'Has expired; deleted when its grace period ends.' : null,
    status === 'frozen' ? 'Frozen; deleted when its retention period ends.' : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join(' ');
}

function columns(survey: Survey): readonly QuoteColumn[] {
  const days = daysLeftCell(survey);
  const toFill: SheetCell = { value: null, style: TO_FILL };
  return [
    resourceText('Resource ID', 39, ({ resourceId }) => resourceId),
    resourceText('Resource Name', 26, ({ name }) => name),
    resourceText('Service', 22, ({ serviceName, serviceCode }) => serviceName ?? serviceCode),
    resourceText('Region', 17, ({ region }) => region),
    resourceText('Status', 10, ({ status }) => status),
    expiryColumn(survey.zone),
    { heading: 'Days left', width: 13, align: 'right', cell: days },
    {
      heading: 'Attached',
      width: 11,
      cell: ({ attached }) => ({ value: attached, style: NUMBER }),
    },
    resourceText('Mode', 15, ({ mode }) => mode),
    resourceText('Renewal Duration', 12, ({ term }) => termText(term)),
    ...priceColumns(survey),
    { heading: 'Approved', width: 12, cell: () => toFill },
    { heading: 'Note', width: 36, cell: (row) => ({ value: noteOf(row), style: NOTE }) },
  ];
}

/** What is to be filled in stands out from what was exported. */
function originOf({ heading }: QuoteColumn): 'uploader' | 'added' {
  return heading === 'Approved' || heading === 'Note' ? 'added' : 'uploader';
}

function lettersOf(all: readonly QuoteColumn[]): Letters {
  const letter = (heading: string): string =>
    String.fromCodePoint(65 + all.findIndex((column) => column.heading === heading));
  return { days: letter('Days left'), approved: letter('Approved') };
}

/**
 * Writes the sheet that is approved and dropped back: its headings are those that the reader knows,
 * and the approval is blank until somebody says yes, which an empty cell never does.
 */
export async function writeQuoteSheet(
  book: SheetBook,
  survey: Survey,
  { rows }: SurveyPart,
): Promise<void> {
  const all = columns(survey);
  const { days, approved } = lettersOf(all);
  const last = rows.length + 1;
  const most = Math.max(30, ...rows.map(({ expiry }) => daysLeft(expiry, survey) ?? 0));
  await writeTable(
    book,
    'Quote',
    PAGE_COLOURS.navy,
    all.map((column) => ({ ...column, origin: originOf(column) })),
    rows,
    {
      adorn: (sheet) => {
        if (rows.length === 0) return;
        addBars(sheet, [
          { ref: `${days}2:${days}${last}`, most, colour: BAR_COLOURS['already renewed'] },
        ]);
        addYesOrNo(sheet, `${approved}2:${approved}${last}`);
      },
    },
  );
}

import type { Survey, SurveyRow } from '../../survey/survey.ts';
import { termText } from '../../values/term.ts';
import { daysLeftCell, expiryColumn, type ResourceColumn, resourceText } from './columns.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { FILL_IN } from '../sheet/fill-in.ts';
import { moneyCells } from '../sheet/money.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';

/** A column of the quote. */
export type QuoteColumn = ResourceColumn<SurveyRow>;

const border = UNDERLINED;
const NUMBER = style({ border, align: 'left', indent: 1, format: '0' });
/** What is to be filled in, or may be changed: these columns stand out, and are not protected. */
export const TO_BE_FILLED: ReadonlySet<string> = new Set(['Approved', 'Note', 'Renewal Duration']);

function priced({ price }: SurveyRow) {
  return price.kind === 'priced' ? price : null;
}

/** Whether the provider tells no price of it before it renews. */
export function isUntold({ price }: SurveyRow): boolean {
  return price.kind === 'not told';
}

/** What whoever approves should know of a row; they may write over it. */
function noteOf(row: SurveyRow): string | null {
  const { mode, status } = row;
  const notes = [
    isUntold(row)
      ? 'The provider tells no price before it renews: type the price to approve.'
      : null,
    mode === 'ends at expiry' ? 'Set to end with its term.' : null,
    mode === 'auto-renew' ? 'Auto-renewal is on.' : null,
    status === 'expired' ? 'Has expired; deleted when its grace period ends.' : null,
    status === 'frozen' ? 'Frozen; deleted when its retention period ends.' : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join(' ');
}

/** The heading of the prices to approve. */
export function priceHeading({ currency }: Survey): string {
  return `Price to approve (${currency})`;
}

/** What is approved: on one screen, and printed. */
export function approvalColumns(survey: Survey): readonly QuoteColumn[] {
  const approve = moneyCells({ border, indent: 1, bold: true }, survey.currency);
  const toFill: SheetCell = { value: null, style: FILL_IN.approval };
  return [
    resourceText('Resource ID', 38, ({ resourceId }) => resourceId),
    resourceText('Resource Name', 22, ({ name }) => name),
    {
      heading: priceHeading(survey),
      width: 17,
      align: 'right',
      cell: (row) =>
        isUntold(row) ? { value: null, style: FILL_IN.price } : approve(priced(row)?.price ?? null),
    },
    { heading: 'Approved', width: 12, cell: () => toFill },
    {
      heading: 'Renewal Duration',
      width: 12,
      cell: ({ term }) => ({ value: termText(term), style: FILL_IN.duration }),
    },
    { heading: 'Note', width: 28, cell: (row) => ({ value: noteOf(row), style: FILL_IN.note }) },
    expiryColumn(survey.zone),
    { heading: 'Days left', width: 11, align: 'right', cell: daysLeftCell(survey) },
  ];
}

/** What else is known of a resource: on the screen. */
export function detailColumns(survey: Survey): readonly QuoteColumn[] {
  const money = moneyCells({ border, indent: 1 }, survey.currency);
  const amount = (heading: string, width: number, cell: QuoteColumn['cell']): QuoteColumn => ({
    heading: `${heading} (${survey.currency})`,
    width,
    align: 'right',
    cell,
  });
  const project = resourceText<SurveyRow>('Enterprise Project', 18, ({ enterpriseProject: one }) =>
    one === null ? null : (one.name ?? one.id),
  );
  return [
    resourceText('Service', 28, ({ serviceName, serviceCode }) => serviceName ?? serviceCode),
    resourceText('Region', 17, ({ region }) => region),
    ...(survey.rows.some(({ enterpriseProject }) => enterpriseProject !== null) ? [project] : []),
    resourceText('Status', 10, ({ status }) => status),
    {
      heading: 'Attached',
      width: 11,
      cell: ({ attached }) => ({ value: attached, style: NUMBER }),
    },
    resourceText('Mode', 15, ({ mode }) => mode),
    amount('List Price', 15, (row) => money(priced(row)?.list ?? null)),
    amount('Discount', 13, (row) => money(priced(row)?.discount ?? null)),
    resourceText('Currency', 10, (row) => priced(row)?.price.currency ?? survey.currency),
  ];
}

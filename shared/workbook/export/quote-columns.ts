import { NOTES } from '../../phrases/export-phrases.ts';
import { inARow, tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import { termWords } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Survey, SurveyRow } from '../../survey/survey.ts';
import {
  daysLeftCell,
  expiryColumn,
  modeColumn,
  type ResourceColumn,
  resourceText,
  serviceOf,
  statusColumn,
} from './columns.ts';
import { lastColumns } from './last-columns.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { FILL_IN } from '../sheet/fill-in.ts';
import { moneyCells } from '../sheet/money.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';

/** A column of the quote. */
export type QuoteColumn = ResourceColumn<SurveyRow>;

const border = UNDERLINED;
const NUMBER = style({ border, align: 'left', indent: 1, format: '0' });
/** What is to be filled in, or may be changed: these columns stand out, and are not protected. */
export function toBeFilled(language: Language): ReadonlySet<string> {
  return new Set([HEADINGS.approved, HEADINGS.note, HEADINGS.duration].map((one) => one[language]));
}

function priced({ price }: SurveyRow) {
  return price.kind === 'priced' ? price : null;
}

/** Whether the provider tells no price of it before it renews. */
export function isUntold({ price }: SurveyRow): boolean {
  return price.kind === 'not told';
}

/** What whoever approves should know of a row; they may write over it. */
function noteOf(row: SurveyRow, language: Language): string | null {
  const { mode, status } = row;
  const notes = [
    isUntold(row) ? NOTES.untold[language] : '',
    mode === 'ends at expiry' ? NOTES.ends[language] : '',
    mode === 'auto-renew' ? NOTES.auto[language] : '',
    status === 'expired' ? NOTES.expired[language] : '',
    status === 'frozen' ? NOTES.frozen[language] : '',
  ];
  const said = inARow(notes, language);
  return said === '' ? null : said;
}

/** The heading of the prices to approve. */
export function priceHeading({ currency }: Pick<Survey, 'currency'>, language: Language): string {
  return tell(HEADINGS.priceToApprove, language, { currency });
}

/** What is approved: on one screen, and printed. */
export function approvalColumns(survey: Survey, language: Language): readonly QuoteColumn[] {
  const approve = moneyCells({ border, indent: 1, bold: true }, survey.currency);
  const toFill: SheetCell = { value: null, style: FILL_IN.approval };
  return [
    resourceText(HEADINGS.resourceId[language], 38, ({ resourceId }) => resourceId),
    resourceText(HEADINGS.resourceName[language], 22, ({ name }) => name),
    {
      heading: priceHeading(survey, language),
      width: 17,
      align: 'right',
      cell: (row) =>
        isUntold(row) ? { value: null, style: FILL_IN.price } : approve(priced(row)?.price ?? null),
    },
    { heading: HEADINGS.approved[language], width: 12, cell: () => toFill },
    {
      heading: HEADINGS.duration[language],
      width: 12,
      cell: ({ term }) => ({ value: termWords(term, language), style: FILL_IN.duration }),
    },
    {
      heading: HEADINGS.note[language],
      width: 28,
      cell: (row) => ({ value: noteOf(row, language), style: FILL_IN.note }),
    },
    expiryColumn(survey.zone, language),
    {
      heading: HEADINGS.daysLeft[language],
      width: 11,
      align: 'right',
      cell: daysLeftCell(survey),
    },
    ...lastColumns(survey, language),
  ];
}

/** What else is known of a resource: on the screen. */
export function detailColumns(survey: Survey, language: Language): readonly QuoteColumn[] {
  const { currency } = survey;
  const money = moneyCells({ border, indent: 1 }, currency);
  const amount = (
    heading: typeof HEADINGS.listPrice | typeof HEADINGS.discount,
    width: number,
    cell: QuoteColumn['cell'],
  ): QuoteColumn => ({
    heading: tell(heading, language, { currency }),
    width,
    align: 'right',
    cell,
  });
  const project = resourceText<SurveyRow>(
    HEADINGS.project[language],
    18,
    ({ enterpriseProject: one }) => (one === null ? null : (one.name ?? one.id)),
  );
  return [
    resourceText(HEADINGS.service[language], 28, serviceOf),
    resourceText(HEADINGS.region[language], 17, ({ region }) => region),
    ...(survey.rows.some(({ enterpriseProject }) => enterpriseProject !== null) ? [project] : []),
    statusColumn(language),
    {
      heading: HEADINGS.attached[language],
      width: 11,
      cell: ({ attached }) => ({ value: attached, style: NUMBER }),
    },
    modeColumn(language),
    amount(HEADINGS.listPrice, 15, (row) => money(priced(row)?.list ?? null)),
    amount(HEADINGS.discount, 13, (row) => money(priced(row)?.discount ?? null)),
    resourceText(HEADINGS.currency[language], 10, (row) => priced(row)?.price.currency ?? currency),
  ];
}

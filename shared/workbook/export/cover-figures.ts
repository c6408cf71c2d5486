import { COSTS } from '../../phrases/export-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { URGENCY_WORDS } from '../../phrases/survey-phrases.ts';
import type { Money } from '../../values/money.ts';
import type { Survey, SurveyPart, SurveyRow } from '../../survey/survey.ts';
import { daysLeft, exportSums, missingFor, URGENCIES, type Urgency, urgencyOf } from './totals.ts';
import { isUntold } from './quote-columns.ts';
import type { CountBar } from '../sheet/bars.ts';
import { moneyCells } from '../sheet/money.ts';
import { amountText } from '../sheet/number.ts';
import { over, type Page } from '../sheet/page.ts';
import { BAR_COLOURS, TONES } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY } from '../sheet/page-styles.ts';

/** All rows with a price, in whatever file of the survey they are. */
function wholeSurvey({ rows, currency }: Survey) {
  return exportSums(rows, currency);
}

function writeSums(page: Page, label: string, rows: readonly SurveyRow[], survey: Survey): void {
  const { currency } = survey;
  const sums = exportSums(rows, currency);
  const line = moneyCells(SUMMARY_MONEY.line, currency);
  const total = moneyCells(SUMMARY_MONEY.total, currency);
  page.line(
    [
      over(FIRST, FIRST, label, SUMMARY.text),
      over(FIRST + 1, FIRST + 1, sums.rows, SUMMARY.count),
      { ...line(sums.list), from: FIRST + 2 },
      { ...line(sums.discount), from: FIRST + 3 },
      { ...total(sums.price), from: FIRST + 4 },
    ],
    22,
  );
}

function writeMessage(page: Page, tone: 'good' | 'warning', text: string): void {
  const { fill, ink } = TONES[tone];
  const bold = tone === 'warning';
  page.line(
    [over(FIRST, LAST, text, style({ fill, ink, bold, middle: true, wrap: true, indent: 1 }))],
    24,
  );
}

/** Says whether the balance suffices for everything that was exported, whatever will be approved. */
function writeBalance(page: Page, survey: Survey): void {
  const { balance, currency } = survey;
  const { language } = page;
  const { price } = wholeSurvey(survey);
  const missing = missingFor(price, balance);
  page.gap(6);
  if (balance === null) {
    page.line([over(FIRST, LAST, COSTS.noBalance[language], SUMMARY.note)]);
    return;
  }
  const words = survey.rows.some(isUntold)
    ? { enough: COSTS.enoughForTold, missing: COSTS.missingForTold }
    : COSTS;
  const has = amountText(balance);
  if (missing === null) {
    writeMessage(
      page,
      'good',
      tell(words.enough, language, { currency: balance.currency, balance: has }),
    );
    return;
  }
  const lacks = { balanceCurrency: balance.currency, balance: has, missing: amountText(missing) };
  writeMessage(page, 'warning', tell(words.missing, language, { currency, ...lacks }));
}

/**
 * Writes the sums of this file, of all files where there are several, the balance, and what could not
 * be read.
 */
export function writeCoverFigures(page: Page, survey: Survey, { rows, of }: SurveyPart): void {
  const { currency } = survey;
  const { language } = page;
  const right = [
    COSTS.resources[language],
    ...[COSTS.listIn, COSTS.discountIn, COSTS.totalIn].map((heading) =>
      tell(heading, language, { currency }),
    ),
  ];
  page.heads(
    [
      over(FIRST, FIRST, COSTS.currency[language], SUMMARY.head),
      ...right.map((text, index) =>
        over(FIRST + 1 + index, FIRST + 1 + index, text, SUMMARY.headRight),
      ),
    ],
    22,
  );
  const here = of === 1 ? currency : tell(COSTS.thisFile, language, { currency });
  writeSums(page, here, rows, survey);
  if (of > 1)
    writeSums(page, tell(COSTS.allFiles, language, { currency, of }), survey.rows, survey);
  const untold = rows.filter(isUntold).length;
  if (untold > 0) {
    const text = tell(COSTS.untold, language, { count: untold });
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  }
  writeBalance(page, survey);
  if (survey.lastRenewals === 'not all read') {
    page.gap(6);
    writeMessage(page, 'warning', COSTS.lastUnread[language]);
  }
}

const TONE_OF = {
  expired: TONES.bad,
  'within 7 days': TONES.bad,
  'within 15 days': TONES.warning,
  later: TONES.neutral,
} as const satisfies Readonly<Record<Urgency, { fill: string; ink: string }>>;

/** Writes how many resources of this file expire when. Returns the bars behind the counts. */
export function writeUrgencies(
  page: Page,
  survey: Survey,
  { rows }: SurveyPart,
): readonly CountBar[] {
  const { currency } = survey;
  const { language } = page;
  const bars: CountBar[] = [];
  const money: (amount: Money) => ReturnType<ReturnType<typeof moneyCells>> = moneyCells(
    SUMMARY_MONEY.line,
    currency,
  );
  page.heads(
    [
      over(FIRST, FIRST, COSTS.expiry[language], SUMMARY.head),
      over(FIRST + 1, FIRST + 1, COSTS.resources[language], SUMMARY.headRight),
      over(FIRST + 2, FIRST + 2, tell(COSTS.totalIn, language, { currency }), SUMMARY.headRight),
    ],
    22,
  );
  for (const urgency of URGENCIES) {
    const some = rows.filter(({ expiry }) => urgencyOf(daysLeft(expiry, survey)) === urgency);
    if (some.length === 0) continue;
    const look = style({
      ...TONE_OF[urgency],
      border: UNDERLINED,
      bold: true,
      middle: true,
      indent: 1,
    });
    const line = page.line(
      [
        over(FIRST, FIRST, URGENCY_WORDS[urgency][language], look),
        over(FIRST + 1, FIRST + 1, some.length, SUMMARY.count),
        { ...money(exportSums(some, currency).price), from: FIRST + 2 },
      ],
      22,
    );
    bars.push({ ref: `C${line}`, most: rows.length, colour: BAR_COLOURS['already renewed'] });
  }
  if (rows.length === 0) {
    page.line([over(FIRST, LAST, COSTS.nothingDue[language], SUMMARY.note)]);
  }
  return bars;
}

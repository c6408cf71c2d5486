import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import type { QuoteRow } from '../../../shared/jobs/quote.ts';
import { LANGUAGES } from '../../../shared/reasons/entry.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { OUTCOMES, rowOutcome } from '../../../shared/renewal/outcome.ts';
import { RENEWAL_MODES, RESOURCE_STATUSES, type SurveyRow } from '../../../shared/survey/survey.ts';
import { display, money } from '../../../shared/values/money.ts';
import { termMonths, termOfMonths } from '../../../shared/values/term.ts';
import { wallText, wallTime } from '../../../shared/values/wall-time.ts';
import { writeExport } from '../../../shared/workbook/export/write-export.ts';
import { readQuote } from '../../../shared/workbook/read/read-quote.ts';
import { retryRows } from '../../../shared/workbook/again/which-rows.ts';
import { writeRetry } from '../../../shared/workbook/again/write-retry.ts';
import type { ResultsReport } from '../../../shared/workbook/results/results-report.ts';
import { approve } from '../../support/approve.ts';
import { approvedQuote, KNOWN, read, reportOn } from '../../support/approved-sample.ts';
import { testAccount } from '../../support/quote-rows.ts';
import { firstPart, surveyOf, surveyRow } from '../../support/survey-sample.ts';
import { quoteOf } from './read/reading.ts';

const SEED = 20_261_130;
const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York'] as const;

/** Names as people give them; what looks like a decision or a formula is among them. */
const name = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '@home',
    '-1',
    '拒绝服务防护',
    'do not renew',
    '_x0041_',
    'web\n1',
    '2026',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

const resource = fc.record({
  id: fc.uuid(),
  name,
  cents: fc.integer({ min: 1, max: 99_999_999 }),
  expiry: fc.date({
    min: new Date('2026-06-01'),
    max: new Date('2031-01-01'),
    noInvalidDate: true,
  }),
  months: fc.constantFrom(1, 3, 11, 12, 24, 36),
  status: fc.constantFrom(...RESOURCE_STATUSES),
  mode: fc.constantFrom(...RENEWAL_MODES),
  approved: fc.boolean(),
  last: fc.option(
    fc.record({
      at: fc.integer({ min: Date.parse('2023-01-01'), max: Date.parse('2026-12-01') }),
      paid: fc.option(
        fc.record({
          cents: fc.integer({ min: 0, max: 99_999_999 }),
          currency: fc.constantFrom('USD', 'CNY', 'JPY'),
        }),
      ),
      months: fc.constantFrom(1, 11, 12),
    }),
  ),
});

type Resource = typeof resource extends fc.Arbitrary<infer One> ? One : never;

function surveyed(one: Resource, at: number): SurveyRow {
  const { id, cents, months, status, mode, expiry } = one;
  return {
    ...surveyRow(at, { price: (cents / 100).toFixed(2) }),
    resourceId: id,
    name: one.name,
    expiry: Math.floor(expiry.getTime() / 1000) * 1000,
    term: termOfMonths(months),
    status,
    mode,
    last: one.last === null ? undefined : lastOf(one.last),
  };
}

function lastOf({ at, paid, months }: NonNullable<Resource['last']>): SurveyRow['last'] {
  return {
    at,
    paid: paid === null ? null : money((paid.cents / 100).toFixed(2), paid.currency),
    term: termOfMonths(months),
  };
}

function told({ resourceId, approved, term, expiry, verdict }: QuoteRow): readonly unknown[] {
  return [
    resourceId,
    approved === null ? null : display(approved),
    term === null ? null : termMonths(term),
    // A cell at midnight says no hour: it is read as its day.
    expiry === null ? null : wallText({ ...expiry, time: expiry.time ?? '00:00:00' }),
    verdict?.outcome ?? 'payable',
  ];
}

test(`an export is read as the rows that it offers, in both languages and any zone (seed ${SEED})`, async () => {
  const resources = fc.uniqueArray(resource, {
    minLength: 1,
    maxLength: 8,
    selector: ({ id }) => id,
  });

  await fc.assert(
    fc.asyncProperty(
      resources,
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(...ZONES),
      async (some, language, zone) => {
        const survey = surveyOf(some.map(surveyed), { zone, lastRenewals: 'read' });
        const yes = new Set(some.filter(({ approved }) => approved).map(({ id }) => id));
        const bytes = await approve(await writeExport(survey, firstPart(survey), language), (id) =>
          yes.has(id),
        );
        const { rows } = await quoteOf(bytes, { expiryZone: zone });

        expect(rows.map(told)).toEqual(
          some.map((one, at) => [
            one.id,
            (one.cents / 100).toFixed(2),
            one.months,
            wallText(wallTime(surveyed(one, at).expiry!, zone)),
            one.approved ? 'payable' : 'not approved',
          ]),
        );
      },
    ),
    { seed: SEED, numRuns: 30 },
  );
});

test(`a retry file is read as the rows that are worth another try, whatever became of them (seed ${SEED})`, async () => {
  const quotes = Object.fromEntries(
    await Promise.all(
      LANGUAGES.map(async (language) => [language, await approvedQuote(language, 10)] as const),
    ),
  );
  const fate = fc.record({
    outcome: fc.constantFrom(...OUTCOMES),
    cents: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  });

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LANGUAGES),
      fc.array(fate, { minLength: 11, maxLength: 11 }),
      async (language, fates) => {
        const quote = quotes[language]!;
        const report: ResultsReport = reportOn(quote, language, {
          rows: quote.rows.map((row, at) => {
            const { outcome, cents } = fates[at % fates.length]!;
            return {
              row,
              outcome: row.verdict ?? rowOutcome(outcome, reason('job-ended')),
              price: cents === null ? null : money((cents / 100).toFixed(2), 'USD'),
            };
          }),
        });
        const rows = retryRows(report);
        fc.pre(rows.length > 0);
        const bytes = await writeRetry(report, rows, KNOWN, read);
        const reading = await readQuote({ name: 'again.xlsx', bytes }, testAccount(), HUAWEI);

        expect(reading.quote?.rows.map(told)).toEqual(
          rows.map(({ row, price, approved }) =>
            told({
              ...row,
              approved: price ?? row.approved,
              verdict: approved ? null : rowOutcome('not approved', reason('not-approved')),
            }),
          ),
        );
      },
    ),
    { seed: SEED, numRuns: 25 },
  );
});

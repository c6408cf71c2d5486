import { compare, minus, sum } from '../../shared/values/money.ts';
import { type Survey, unpricedRows } from '../../shared/survey/survey.ts';
import type { Pieces } from '../../shared/survey/pieces/pieces.ts';
import type { AskedSurvey } from '../../shared/store/survey-items.ts';
import type { ExportServices } from './export-services.ts';

interface Ending {
  readonly asked: AskedSurvey;
  readonly pieces: Pieces;
}

/** Tells people where the files are, then marks the survey as over: told twice at worst, never not. */
export async function endReady(
  { survey, keys }: { readonly survey: Survey; readonly keys: readonly string[] },
  { asked, pieces }: Ending,
  { notices, bucket, clock, log }: ExportServices,
): Promise<void> {
  const cannot = unpricedRows(survey).length;
  const prices = survey.rows.flatMap(({ price }) => (price.kind === 'priced' ? price.price : []));
  const total = sum(prices, survey.currency);
  const { balance } = survey;
  const short = balance !== null && compare(total, balance) > 0;
  await notices.send({
    ...factsOf(asked),
    kind: 'export ready',
    bucket,
    keys,
    rows: survey.rows.length - cannot,
    total,
    untold: survey.rows.length - cannot - prices.length,
    unpriced: cannot,
    leftOut: survey.leftOut.length,
    missing: short ? minus(total, balance) : null,
  });
  await pieces.write('end', 0, { kind: 'ready', at: clock() });
  log.info('export ready', { survey: survey.id, account: asked.question.account, keys });
}

/** As {@link endReady}, of a survey that cannot go on. */
export async function endFailed(
  { reason, advice }: { readonly reason: string; readonly advice: string },
  { asked, pieces }: Ending,
  { notices, clock, log }: ExportServices,
): Promise<void> {
  log.warn('export failed', { survey: asked.survey, account: asked.question.account, reason });
  await notices.send({ ...factsOf(asked), kind: 'export failed', reason, advice });
  await pieces.write('end', 0, { kind: 'failed', at: clock() });
}

function factsOf({ survey, question, by }: AskedSurvey) {
  return { account: question.account, survey, title: question.title, by };
}

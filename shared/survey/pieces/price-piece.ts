import { compare, minus, zero, roundUpToMinor } from '../../values/money.ts';
import { tell } from '../../phrases/phrase.ts';
import { SURVEY_DETAILS } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { type Account, languageOf, policyOf } from '../../settings/account.ts';
import { type Term, termMonths, termOfMonths } from '../../values/term.ts';
import type { LeftOutRow, SurveyedResource, SurveyPrice, SurveyRow } from '../survey.ts';
import { choosePieceSchema, type PricePiece, pricePieceSchema } from '../../store/survey-items.ts';
import type { Answer } from '../../renewal/answer.ts';
import { reason } from '../../reasons/reason.ts';
import { say } from '../../reasons/say.ts';
import type { PriceReading } from '../../ports/provider.ts';
import { type PieceEnd, stopOf, type SurveyWork } from './survey-work.ts';

/** Prices some of the chosen resources and counts what is attached to them. */
export async function pricePiece(number: number, work: SurveyWork): Promise<PieceEnd> {
  const { pieces } = work;
  const chosen = await pieces.read('choose', 0, choosePieceSchema);
  if (chosen === null) throw new Error('the list of what is to be priced is missing');
  const { resources, size } = chosen;
  const next: PieceEnd = {
    kind: 'next',
    piece:
      (number + 1) * size < resources.length
        ? { step: 'price', number: number + 1 }
        : { step: 'assemble', number: 0 },
  };
  if ((await pieces.read('price', number, pricePieceSchema)) !== null) return next;
  const some = resources.slice(number * size, (number + 1) * size);
  const ids = some.map(({ resourceId }) => resourceId);
  const [prices, attached] = await Promise.all([readPrices(ids, work), work.desk.attached(ids)]);
  if (prices.kind !== 'done') return stopOf(prices, languageOf(work.account));
  if (attached.kind !== 'done') return stopOf(attached, languageOf(work.account));
  const counted = some.map((resource) => ({
    ...resource,
    attached: attached.value.get(resource.resourceId) ?? 0,
  }));
  await pieces.write('price', number, pieceOf(counted, prices.value, work));
  return next;
}

/**
 * The price of each resource by itself: people approve it row by row. Where a discount was given on
 * several resources together, each of them is asked for once more alone.
 */
async function readPrices(
  ids: readonly string[],
  { desk, asked }: SurveyWork,
): Promise<Answer<ReadonlyMap<string, PriceReading>>> {
  const { term } = asked.question;
  const together = await desk.prices(ids, term, { alone: false });
  if (together.kind !== 'done') return together;
  const readings = new Map(together.value.map((reading) => [reading.resourceId, reading]));
  const shared = together.value.filter(
    (reading) => reading.kind === 'priced' && reading.shared === true,
  );
  if (shared.length > 0) {
    const again = shared.map(({ resourceId }) => resourceId);
    const alone = await desk.prices(again, term, { alone: true });
    if (alone.kind !== 'done') return alone;
    for (const reading of alone.value) readings.set(reading.resourceId, reading);
  }
  return { kind: 'done', value: readings };
}

function pieceOf(
  resources: readonly SurveyedResource[],
  readings: ReadonlyMap<string, PriceReading>,
  { asked, account, clock }: SurveyWork,
): PricePiece {
  const language = languageOf(account);
  const rows: SurveyRow[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const resource of resources) {
    const reading = readings.get(resource.resourceId);
    if (reading?.kind === 'failed' && reading.locked) {
      const { reason, code } = reading.refusal;
      const said = say(reason, language).reason;
      const detail = tell(SURVEY_DETAILS.coded, language, { reason: said, code });
      leftOut.push({ ...resource, because: 'unpaid order', detail });
    } else {
      const term = termFor(resource, asked.question.term, reading);
      rows.push({ ...resource, term, price: priceOf(resource, reading, account) });
    }
  }
  return { at: clock(), rows, leftOut };
}

/**
 * The term that a resource is exported for: what was asked for, or where it does not take that and
 * has no price for it either, the next longer one that it takes.
 */
function termFor(
  { months = [] }: SurveyedResource,
  asked: Term,
  reading: PriceReading | undefined,
): Term {
  const wanted = termMonths(asked);
  if (reading?.kind !== 'not told' || months.length === 0 || months.includes(wanted)) return asked;
  return termOfMonths(months.find((count) => count > wanted) ?? Math.max(...months));
}

function priceOf(
  { months, serviceCode, serviceName }: SurveyedResource,
  reading: PriceReading | undefined,
  account: Account,
): SurveyPrice {
  const language = languageOf(account);
  if (reading === undefined) return noAnswer(language);
  if (reading.kind === 'not told') {
    if (months?.length === 0) {
      const why = reason('no-confirmed-way', { product: serviceName ?? serviceCode ?? '?' });
      return { kind: 'not renewable', code: '', ...say(why, language) };
    }
    if (policyOf(account).allowUnpriced) return { kind: 'not told' };
    return { kind: 'not renewable', code: '', ...say(reason('price-not-told'), language) };
  }
  if (reading.kind === 'failed') {
    const { refusal } = reading;
    return { kind: 'not renewable', code: refusal.code, ...say(refusal.reason, language) };
  }
  // A cell holds whole cents: rounded down, the export's own price would be too low to be paid.
  const price = roundUpToMinor(reading.price);
  const list = reading.list === null ? null : roundUpToMinor(reading.list);
  const less = list === null ? null : minus(list, price);
  const discount = less === null || compare(less, zero(less.currency)) >= 0 ? less : null;
  return { kind: 'priced', list, price, discount };
}

function noAnswer(language: Language): SurveyPrice {
  const { noAnswer: why, lookThere } = SURVEY_DETAILS;
  return { kind: 'not renewable', code: '', reason: why[language], advice: lookThere[language] };
}

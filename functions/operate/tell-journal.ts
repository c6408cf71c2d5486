import type { Job, JobStatus } from '../../shared/jobs/job.ts';
import { instantText, moneyText, rowsText } from '../../shared/notices/notice-words.ts';
import type { Journal, Order, Part } from '../../shared/renewal/journal.ts';
import { coverable } from '../../shared/renewal/journal-view.ts';
import type { AttemptState } from '../../shared/renewal/states/attempt-state.ts';
import { openSilences } from '../../shared/renewal/rules/silences.ts';
import type { OrderState } from '../../shared/renewal/states/order-state.ts';
import type { Silence } from '../../shared/renewal/states/silence.ts';
import { OUTCOMES } from '../../shared/renewal/outcome.ts';
import type { ChunkView, OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { sayWhole } from '../../shared/reasons/say.ts';
import type { Money } from '../../shared/values/money.ts';
import { termText } from '../../shared/values/term.ts';
import type { OperateServices } from './operate-services.ts';

/** A job's journals in words: its chunks, the calls that were made for their rows, and the orders. */
export async function tellJournal(
  job: Job,
  { journals }: Pick<OperateServices, 'journals'>,
): Promise<OperateAnswer> {
  const known = await journals.list(job.id);
  const orders = known.flatMap(({ parts }) => parts.flatMap((part) => part.orders)).length;
  const chunks = known.length === 1 ? '1 chunk' : `${known.length} chunks`;
  const made = orders === 1 ? '1 order' : `${orders} orders`;
  return {
    ok: true,
    line: `Job ${job.id} is ${job.status}: ${chunks}, ${made}.`,
    journal: known.map((journal) => ({
      chunk: journal.chunk,
      lines: [...linesOf(journal, job.status)],
    })),
  };
}

/** What a chunk's journal says, a line each. */
function linesOf(journal: Journal, status: JobStatus): ChunkView['lines'] {
  const { rows, term, savedAt, rests } = journal;
  const counts = OUTCOMES.map((word) => ({
    word,
    count: rows.filter(({ outcome }) => outcome?.outcome === word).length,
  })).filter(({ count }) => count > 0);
  const open = rows.filter(({ outcome }) => outcome === null).length;
  const words = [
    ...counts.map(({ word, count }) => `${count} ${word}`),
    ...(open > 0 ? [`${open} open`] : []),
  ];
  const rested = rests === 0 ? '' : `, has rested ${rests === 1 ? 'once' : `${rests} times`}`;
  return [
    `${rowsText(rows.length)} for ${termText(term)}: ${words.join(', ')}`,
    `${workText(journal, status)}; last written ${instantText(savedAt)}${rested}`,
    ...openSilences(journal).map((one) => silenceText(journal, one)),
    ...journal.parts.flatMap((part) => partLines(journal, part)),
  ];
}

/** A question without an answer: what it is about, since when, how often, and what came last. */
function silenceText(journal: Journal, { question, rows, since, tries, said }: Silence): string {
  const ids = rows.map((row) => journal.rows[row]!.resourceId);
  const about = ids.length <= 3 ? ids.join(', ') : `${ids.length} resources`;
  const what = ids.length === 0 ? question : `${question} of ${about}`;
  const times = tries === 1 ? 'once' : `${tries} times`;
  return `No answer since ${instantText(since)}, asked ${times} (${what}): ${said}`;
}

/** Who goes on with a chunk, and when: only what runs or ends is gone on with by itself. */
function workText({ state, work }: Journal, status: JobStatus): string {
  if (state === 'finished') return state;
  const goesOn = status === 'running' || status === 'finishing';
  switch (work.kind) {
    case 'idle':
      return `${state}, ${idleText(status)}`;
    case 'leased':
      return `${state}, a worker has it until ${instantText(work.until)}`;
    case 'backing off':
      return goesOn
        ? `${state}, the provider was busy or did not show something: goes on at ${instantText(work.until)}`
        : `${state}, ${idleText(status)}; the provider was busy or did not show something`;
    case 'resting':
      return goesOn
        ? `${state}, every run failed: rests until ${instantText(work.until)}`
        : `${state}, ${idleText(status)}; every run failed`;
  }
}

/** What a chunk waits for that nobody works on, by what becomes of its job. */
function idleText(status: JobStatus): string {
  switch (status) {
    case 'planning':
    case 'waiting':
      return 'nobody works on it before it is the turn of the job';
    case 'running':
      return 'nobody works on it, a message is on its way';
    case 'suspended':
      return 'nobody works on it until the job is resumed';
    case 'finishing':
      return 'nobody works on it, the end of the job sees to it';
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return 'nobody works on it any more';
  }
}

function partLines(journal: Journal, part: Part): readonly string[] {
  const { number, rows, attempt, expected } = part;
  const first = `Call ${number + 1} for ${rowsText(rows.length)}, priced ${moneyText([expected.price])}: ${attemptText(attempt)}`;
  return [first, ...part.orders.map((order) => `  ${orderText(journal, part, order)}`)];
}

function attemptText(attempt: AttemptState): string {
  const at = instantText(attempt.at);
  switch (attempt.kind) {
    case 'intended':
      return `about to be made or under way since ${at}`;
    case 'unclear':
      return `no clear answer at ${at}; what it made is looked for`;
    case 'seeking':
      return `an order locks its rows since ${at}; it is looked for`;
    case 'naming':
      return `an order locks its rows since ${at}; it is only named to a person`;
    case 'accepted':
      return `accepted at ${at}`;
    case 'refused':
    case 'refused alone':
      return `refused at ${at}: ${refusalText(attempt.refusal)}`;
    case 'busy':
      return `told at ${at} that it is busy: ${refusalText(attempt.refusal)}`;
    case 'settled':
      return `it had no clear answer; settled at ${at} by looking`;
    case 'left to a person':
      return `left to a person at ${at}`;
    case 'released':
      return `nothing locks its row any more since ${at}`;
  }
}

type Refusal = Extract<AttemptState, { kind: 'refused' }>['refusal'];

function refusalText({ reason, code }: Refusal): string {
  return `${sayWhole(reason, 'en')} (${code})`;
}

function orderText(journal: Journal, part: Part, order: Order): string {
  const covered = coverable(part, order);
  const resources = covered.map((index) => journal.rows[index]!.resourceId);
  const proof = order.rows === null ? 'perhaps for' : 'for';
  const which = resources.length <= 3 ? resources.join(', ') : rowsText(resources.length);
  const what = resources.length === 0 ? '' : `, ${proof} ${which}`;
  return `Order ${order.id}${what}: ${stateText(order.state)}`;
}

function sumText(amount: Money): string {
  return moneyText([amount]);
}

function stateText(state: OrderState): string {
  switch (state.kind) {
    case 'made':
      return 'unpaid';
    case 'payable again':
      return `unpaid; its payment was refused once: ${refusalText(state.refusal)}`;
    case 'paying':
    case 'paying again':
      return `being paid, ${sumText(state.compared)}, since ${instantText(state.at)}`;
    case 'payment unclear':
      return `no clear answer to its payment of ${sumText(state.compared)} at ${instantText(state.at)}; it is read`;
    case 'payment refused':
      return `its payment of ${sumText(state.compared)} was refused at ${instantText(state.at)}: ${refusalText(state.refusal)}`;
    case 'payment declined':
      return `its payment of ${sumText(state.compared)} was refused for the account at ${instantText(state.at)}; it is read`;
    case 'paid':
      return `paid ${sumText(state.compared)} at ${instantText(state.at)}, not completed yet`;
    case 'overcharged':
      return `paid, and charged ${sumText(state.charged)} where ${sumText(state.compared)} was compared`;
    case 'completed':
      return state.charged === null
        ? 'completed; the figures for what was charged differ'
        : `completed, charged ${sumText(state.charged)}`;
    case 'cancelling':
      return `being cancelled: ${state.because}`;
    case 'cancelled':
      return `cancelled: ${state.because}`;
    case 'for review':
      return `left to a person: ${sayWhole(state.why, 'en')}`;
  }
}

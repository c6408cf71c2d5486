import pc from 'picocolors';
import { ordersShown } from '../../../../shared/reasons/order-words.ts';
import { OUTCOMES } from '../../../../shared/renewal/outcome.ts';
import type { JobView } from '../../../../shared/messages/operate-answer.ts';
import { OUTCOME_INKS } from '../../terminal/outcome-inks.ts';
import { amountsText } from '../../terminal/amounts-text.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { textTable } from './text-table.ts';

const BAR = 24;

/** A bar from nothing to all; what is there at all is never shown as nothing. */
function bar(count: number, all: number): string {
  const length = count === 0 ? 0 : Math.max(1, Math.round((BAR * count) / Math.max(1, all)));
  return '█'.repeat(Math.min(BAR, length)) + '░'.repeat(Math.max(0, BAR - length));
}

function outcomeLines(job: JobView): readonly string[] {
  const { outcomes, paidAndWaiting, rows } = job;
  const there = OUTCOMES.filter((word) => outcomes[word] > 0);
  const lines = there.map((word) => [
    `  ${OUTCOME_INKS[word](word)}`,
    OUTCOME_INKS[word](bar(outcomes[word], rows)),
    String(outcomes[word]),
  ]);
  const waiting = ['  of these paid', bar(paidAndWaiting, rows), String(paidAndWaiting)];
  const open = ['  open', bar(job.open ?? 0, rows), String(job.open ?? 0)];
  const all = [
    ...lines,
    ...((job.open ?? 0) > 0 ? [open] : []),
    ...(paidAndWaiting > 0 ? [waiting] : []),
  ];
  return all.length === 0 ? [] : ['', ...textTable(all, [2])];
}

/** "2026-11-22 10:00:05" of an ISO 8601 moment in UTC, for where the zone is named. */
function clockText(moment: string): string {
  return moment.slice(0, 19).replace('T', ' ');
}

/** The same with its zone. */
function momentText(moment: string): string {
  return `${clockText(moment)} UTC`;
}

function keyText(key: string | null | undefined): string | null {
  return key === null || key === undefined ? null : plainText(key);
}

function factLines(job: JobView): readonly string[] {
  const { chunks, droppedBy, validUntil, endedAt } = job;
  const by = droppedBy === null ? '' : ` by ${plainText(droppedBy)}`;
  const isChunked = chunks.all > 0 && endedAt === null;
  const facts: readonly Fact[] = [
    // Known once a workbook was written.
    ['In the file', Object.keys(job.approved).length === 0 ? null : amountsText(job.approved)],
    ['Approved in it', job.approvedInIt === undefined ? null : amountsText(job.approvedInIt)],
    ['Paid', amountsText(job.paid)],
    ...moneyFacts(job),
    ['Progress', isChunked ? `${chunks.finished} of ${chunks.all} parts of the file done` : null],
    ['Dropped', `${momentText(job.droppedAt)}${by}`],
    ['Valid until', validUntil === null ? null : momentText(validUntil)],
    ['Waits for', waitText(job)],
    ['Ended', endedAt === null ? null : momentText(endedAt)],
    ['Results', keyText(job.results)],
    ['Another try', keyText(job.retry)],
    ['For review', keyText(job.review)],
    [
      'Attention',
      (job.attention ?? null) === null ? null : pc.yellow(plainText(job.attention ?? '')),
    ],
    ['Next', (job.next ?? null) === null ? null : pc.bold(plainText(job.next ?? ''))],
  ];
  const known = facts.flatMap(([label, text]) =>
    text === null ? [] : [[`  ${pc.dim(label)}`, text]],
  );
  return ['', ...textTable(known)];
}

type Fact = readonly [label: string, text: string | null];

function isAny(amounts: Readonly<Record<string, string>> | undefined): boolean {
  return amounts !== undefined && Object.values(amounts).some((amount) => Number(amount) !== 0);
}

/** What is still to be paid, and whether the account has it; nothing once the job is over. */
function moneyFacts(job: JobView): readonly Fact[] {
  const { stillToPay, missing, unpaidOrders = [] } = job;
  const rows = unpaidOrders.map(
    ({ order, rows: count, amount, state }) =>
      `${plainText(ordersShown(order, 'en'))} (${count} ${count === 1 ? 'row' : 'rows'}, ${amountsText(amount)}, ${state})`,
  );
  const shown = rows.slice(0, MOST_ORDERS);
  const rest = rows.length - shown.length;
  return [
    ['To be paid', isAny(stillToPay) ? `at most ${amountsText(stillToPay!)}` : null],
    ['Balance', balanceText(job)],
    [
      'Missing',
      (missing ?? null) === null ? null : pc.yellow(`at most ${amountsText(missing ?? {})}`),
    ],
    ['Unpaid', rows.length === 0 ? null : [...shown, ...more(rest)].join(', ')],
  ];
}

function balanceText({ balance, balanceBasis }: JobView): string | null {
  if (balance === null || balance === undefined) return null;
  const basis =
    balanceBasis === 'start'
      ? 'by the balance when the job began and what it has paid since'
      : 'as last read';
  return `${amountsText(balance)} left, ${basis}`;
}

const MOST_ORDERS = 5;

function more(rest: number): readonly string[] {
  return rest === 0 ? [] : [`and ${rest} more: see the journal`];
}

function waitText({ waits }: JobView): string | null {
  if (waits === null || waits === undefined) return null;
  const until = waits.until === null ? '' : `, looked at next at ${momentText(waits.until)}`;
  const said = (waits.said ?? null) === null ? '' : `; last answer: ${plainText(waits.said ?? '')}`;
  return `${plainText(waits.for)}, since ${momentText(waits.since)}${until}${said}`;
}

function historyLines({ history }: JobView): readonly string[] {
  if (history.length === 0) return [];
  const entries = history.map(({ at, event, by, note }) => [
    `  ${clockText(at)}`,
    event,
    plainText(by),
    plainText(note ?? ''),
  ]);
  return ['', `  ${pc.dim('History (all times in UTC)')}`, ...textTable(entries)];
}

/** How a job stands, in full: rows by outcome, money, dates, history. */
export function jobText(job: JobView): readonly string[] {
  return [...outcomeLines(job), ...factLines(job), ...historyLines(job)];
}

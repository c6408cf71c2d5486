import pc from 'picocolors';
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

function outcomeLines({ outcomes, paidAndWaiting, rows }: JobView): readonly string[] {
  const there = OUTCOMES.filter((word) => outcomes[word] > 0);
  const lines = there.map((word) => [
    `  ${OUTCOME_INKS[word](word)}`,
    OUTCOME_INKS[word](bar(outcomes[word], rows)),
    String(outcomes[word]),
  ]);
  const waiting = ['  paid, waiting', bar(paidAndWaiting, rows), String(paidAndWaiting)];
  const all = paidAndWaiting > 0 ? [...lines, waiting] : lines;
  return all.length === 0 ? [] : ['', ...textTable(all, [2])];
}

/** "2026-11-22 10:00:05" of an ISO 8601 moment in UTC. */
function momentText(moment: string): string {
  return moment.slice(0, 19).replace('T', ' ');
}

function factLines(job: JobView): readonly string[] {
  const { chunks, droppedBy, validUntil, endedAt, results } = job;
  const by = droppedBy === null ? '' : ` by ${plainText(droppedBy)}`;
  const isChunked = chunks.all > 0 && endedAt === null;
  const facts: readonly (readonly [string, string | null])[] = [
    // Known once a workbook was written.
    ['Approved', Object.keys(job.approved).length === 0 ? null : amountsText(job.approved)],
    ['Paid', amountsText(job.paid)],
    ['Chunks', isChunked ? `${chunks.finished} of ${chunks.all} finished` : null],
    ['Dropped', `${momentText(job.droppedAt)}${by}`],
    ['Valid until', validUntil === null ? null : momentText(validUntil)],
    ['Ended', endedAt === null ? null : momentText(endedAt)],
    ['Results', results === null ? null : plainText(results)],
  ];
  const known = facts.flatMap(([label, text]) =>
    text === null ? [] : [[`  ${pc.dim(label)}`, text]],
  );
  return ['', ...textTable(known)];
}

function historyLines({ history }: JobView): readonly string[] {
  if (history.length === 0) return [];
  const entries = history.map(({ at, event, by, note }) => [
    `  ${momentText(at)}`,
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

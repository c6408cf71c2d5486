import { reason } from '../../../../../shared/reasons/reason.ts';
import type { Context } from '../../../../../shared/renewal/decide/context.ts';
import { type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { decideRows } from '../../../../../shared/renewal/decide/rows.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../../../shared/renewal/outcome.ts';
import { asked, contextOf, decided, NOW } from '../../../../support/facts-sample.ts';
import { EVERY_ATTEMPT, journalOf, journalRow, part } from '../../../../support/journal-sample.ts';

/** In milliseconds. */
export const DAY = 86_400_000;
/** An outcome that a row may have. */
export const SETTLED = rowOutcome('not renewable', reason('no-price-given'));

/** Nothing is remembered of any row. */
export const FREE = { since: NOW, rows: new Map() };
/** All of it is known. */
export const KNOWN: Partial<Facts> = { rung: 100, remembered: FREE, balanceAsked: true };

/** What is decided of the rows of a journal. */
export function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideRows, contextOf(journal, facts, more));
}

/** A chunk with one refused call for row 9, so that it is not the first thing of its job. */
export function begun(rows: number, more: Partial<Journal> = {}): Journal {
  const before = part(9, [rows], [], EVERY_ATTEMPT.refused);
  const settled = journalRow(rows, { outcome: SETTLED });
  const all = Array.from({ length: rows }, (_, index) => journalRow(index));
  return journalOf(0, { rows: [...all, settled], parts: [before], ...more });
}

/** The job may be worked on. */
export const PERMIT = { ...asked(1), stop: null, validUntil: NOW + 1 };

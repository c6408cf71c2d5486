import type { Journal } from '../journal.ts';
import { isClosed } from '../journal-view.ts';
import {
  isRowQuestion,
  kindOfQuestion,
  type RowQuestion,
  type Silence,
} from '../states/silence.ts';

/** After so long without an answer a silence is no passing one (money rule 11), in milliseconds. */
export const PATIENCE_MS = 45 * 60_000;
/** And after no fewer tries. */
const LEAST_TRIES = 3;

/** The silences of a chunk; none where a release before wrote its journal. */
export function silencesOf({ silences = [] }: Pick<Journal, 'silences'>): readonly Silence[] {
  return silences;
}

/** When something of the chunk last came a step on, as far as was kept (epoch milliseconds). */
export function movedAt(journal: Pick<Journal, 'movedAt' | 'savedAt'>): number {
  return journal.movedAt ?? journal.savedAt;
}

/** Indexes of the rows of which something got no answer: the others do not wait for them. */
export function silentRows(journal: Pick<Journal, 'silences'>): ReadonlySet<number> {
  const about = silencesOf(journal).filter(({ question }) => isRowQuestion(question));
  return new Set(about.flatMap(({ rows }) => rows));
}

/**
 * Whether the patience with it is over: it stands alone, and others of its kind were answered
 * meanwhile. Where none was, it is the provider that is silent, and no row is given up for that.
 */
export function isOverdue({ question, rows, since, tries, heard }: Silence, now: number): boolean {
  const alone = !isRowQuestion(question) || rows.length === 1;
  return alone && heard !== null && tries >= LEAST_TRIES && now - since >= PATIENCE_MS;
}

/** Indexes of the rows that are no longer waited for, for no answer comes about them alone. */
export function overdueRows(
  journal: Pick<Journal, 'silences'>,
  now: number,
  asked: RowQuestion,
): ReadonlySet<number> {
  const overdue = silencesOf(journal).filter((one) => isOverdue(one, now));
  return new Set(overdue.flatMap(({ question, rows }) => (question === asked ? rows : [])));
}

/** Whether an answer to the question tells something of a silence of its kind. */
export function concernsSilence(journal: Pick<Journal, 'silences'>, question: string): boolean {
  const kind = kindOfQuestion(question);
  return silencesOf(journal).some((one) => kindOfQuestion(one.question) === kind);
}

/** The silences of a chunk of which something still depends. */
export function openSilences(journal: Journal): readonly Silence[] {
  const closed = new Set(
    journal.parts.flatMap(({ orders }) => orders.filter(isClosed).map(({ id }) => id)),
  );
  return silencesOf(journal).filter(({ question, rows }) =>
    isRowQuestion(question)
      ? rows.some((row) => journal.rows[row]?.outcome === null)
      : !closed.has(question.slice(question.lastIndexOf(' ') + 1)),
  );
}

/**
 * The silence of a provider that answers nothing of a kind and lets nothing of the chunk come on, for
 * as long as patience lasts; null: there is none. It is the account's matter, not a row's.
 */
export function silenceOfProvider(journal: Journal, now: number): Silence | null {
  if (now - movedAt(journal) < PATIENCE_MS) return null;
  const silences = openSilences(journal);
  const heard = silences.some((one) => one.heard !== null && now - one.heard < PATIENCE_MS);
  return heard ? null : (silences.find(({ since }) => now - since >= PATIENCE_MS) ?? null);
}

import type { SilenceEvent } from '../events.ts';
import type { Journal } from '../journal.ts';
import { silencesOf } from '../rules/silences.ts';
import { isRowQuestion, kindOfQuestion, type Silence } from '../states/silence.ts';

/** What a chunk knows of questions without an answer, after one more or after an answer. */
export function applyToSilences(journal: Journal, event: SilenceEvent): Journal {
  switch (event.kind) {
    case 'not answered':
      return { ...journal, silences: withSilence(silencesOf(journal), event) };
    case 'waited for':
      return { ...journal, silences: event.silences };
    case 'heard elsewhere': {
      const silences = silencesOf(journal).map((one) => ({ ...one, heard: event.at }));
      return { ...journal, silences };
    }
    case 'answered':
      return { ...journal, silences: withAnswer(silencesOf(journal), event) };
  }
}

/**
 * Rows that were asked about together are asked about in halves next, until the one of which no
 * answer comes stands alone. A provider that said it was busy is not asked more often for that.
 */
function withSilence(
  silences: readonly Silence[],
  { question, rows, at, said, busy, heard }: Extract<SilenceEvent, { kind: 'not answered' }>,
): readonly Silence[] {
  const asked = new Set(rows);
  const isMeant = (one: Silence): boolean =>
    one.question === question && (asked.size === 0 || one.rows.some((row) => asked.has(row)));
  const known = silences.filter(isMeant);
  const next = {
    question,
    since: Math.min(at, ...known.map(({ since }) => since)),
    tries: Math.max(0, ...known.map(({ tries }) => tries)) + 1,
    heard: known.map((one) => one.heard).reduce(later, heard),
    said,
  };
  const left = without(silences, question, asked).filter((one) => !isMeant(one) || asked.size > 0);
  if (!isRowQuestion(question)) return [...left, { ...next, rows: [] }];
  const middle = busy ? rows.length : Math.ceil(rows.length / 2);
  const parts = [rows.slice(0, middle), rows.slice(middle)].filter((part) => part.length > 0);
  return [...left, ...parts.map((part) => ({ ...next, rows: part }))];
}

function withAnswer(
  silences: readonly Silence[],
  { question, rows, at }: Extract<SilenceEvent, { kind: 'answered' }>,
): readonly Silence[] {
  const kind = kindOfQuestion(question);
  const left = isRowQuestion(question)
    ? without(silences, question, new Set(rows))
    : silences.filter((one) => one.question !== question);
  return left.map((one) => (kindOfQuestion(one.question) === kind ? { ...one, heard: at } : one));
}

/** The silences without these rows of a question. */
function without(
  silences: readonly Silence[],
  question: string,
  rows: ReadonlySet<number>,
): readonly Silence[] {
  return silences.flatMap((one) => {
    if (one.question !== question || !one.rows.some((row) => rows.has(row))) return [one];
    const left = one.rows.filter((row) => !rows.has(row));
    return left.length === 0 ? [] : [{ ...one, rows: left }];
  });
}

function later(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

/** A question to the provider that got no clear answer, as narrow as it was asked last. */
export interface Silence {
  /** As questions are named: `resources`, `prices`, `order <id>`. */
  readonly question: string;
  /** Indexes of the rows that are asked about together next; empty where it is not about rows. */
  readonly rows: readonly number[];
  /** When it got no answer for the first time (epoch milliseconds). */
  readonly since: number;
  readonly tries: number;
  /** When another question of its kind was answered last; null: none since. */
  readonly heard: number | null;
  /** What came in place of an answer, in the words of whoever noticed it. */
  readonly said: string;
}

/** Questions about rows, which are asked apart for those of which no answer came. */
export const ROW_QUESTIONS = ['resources', 'prices', 'prices alone'] as const;
export type RowQuestion = (typeof ROW_QUESTIONS)[number];

/** Whether the question is about rows that can be asked about apart. */
export function isRowQuestion(question: string): question is RowQuestion {
  return (ROW_QUESTIONS as readonly string[]).includes(question);
}

/** What kind of question it is, by its name: those of a kind are answered by the same desk. */
export function kindOfQuestion(question: string): string {
  if (isRowQuestion(question)) return question;
  const kind = question.slice(0, question.lastIndexOf(' '));
  return kind === 'order with discounts' ? 'order' : kind;
}

/** The order that a question asks for, by its name; null: it is about something else. */
export function orderAskedFor(question: string): string | null {
  return kindOfQuestion(question).startsWith('order') && !question.startsWith('orders ')
    ? question.slice(question.lastIndexOf(' ') + 1)
    : null;
}

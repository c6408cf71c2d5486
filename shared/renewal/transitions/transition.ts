/** One permitted change of a state: by which event, and which rule says so. */
export interface Transition<State extends string, Event extends string = string> {
  /** `none`: it does not exist before, or no longer after. */
  readonly from: State | 'none';
  readonly event: Event;
  readonly to: State | 'none';
  /** The rule that asks for it, as `money-rules.md` and `vocabulary.md` number them. */
  readonly rule: string;
}

/** The number of a money rule, or where in the vocabulary it stands. */
export type Rule = number | `vocabulary, section ${number}`;

/** A transition as a line of a table: from, event, to, rule. */
export type Line<State extends string, Event extends string = string> = readonly [
  from: State | 'none',
  event: Event,
  to: State | 'none',
  rule: Rule,
];

/** Makes a table of its lines. */
export function table<State extends string, Event extends string>(
  lines: readonly Line<State, Event>[],
): readonly Transition<State, Event>[] {
  return lines.map(([from, event, to, rule]) => ({
    from,
    event,
    to,
    rule: typeof rule === 'number' ? `money rule ${rule}` : rule,
  }));
}

/** What stood in a table or was done. */
export interface Step {
  readonly machine: string;
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** `order: made -> paying (payment intended)` */
export function stepText({ machine, from, event, to }: Step): string {
  return `${machine}: ${from} -> ${to} (${event})`;
}

/**
 * Raised where an event would do what no table permits, or is about what does not exist: a fault of
 * ours, never written.
 */
export class ForbiddenTransition extends Error {
  override readonly name = 'ForbiddenTransition';

  /** `what`: the step, or what of the event does not exist. */
  constructor(what: Step | string) {
    super(`not permitted: ${typeof what === 'string' ? what : stepText(what)}`);
  }
}

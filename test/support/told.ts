import type { Said } from '../../shared/reasons/entry.ts';
import type { Reason } from '../../shared/reasons/reason.ts';
import { say, sayWhole } from '../../shared/reasons/say.ts';
import type { RowOutcome } from '../../shared/renewal/outcome.ts';

/** An outcome with its reason and advice in the words that people read. */
export type ToldOutcome = Omit<RowOutcome, 'reason'> & Said;

/** An outcome as a sheet tells it. */
export function told({ reason, ...outcome }: RowOutcome): ToldOutcome {
  return { ...outcome, ...say(reason, 'en') };
}

/** A reason in all of its words; empty where there is none. */
export function wordsOf(reason: Reason | null | undefined): string {
  return reason === null || reason === undefined ? '' : sayWhole(reason, 'en');
}

/** Whether it is said that the provider gives no single figure for what was charged, alone or beside something else. */
export function givesNoFigure({ id, parts = [] }: Reason): boolean {
  const said = id === 'renewed-charge-not-known' || id === 'renewed-charge-perhaps-above';
  return said || parts.some(givesNoFigure);
}

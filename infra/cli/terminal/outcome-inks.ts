import pc from 'picocolors';
import type { Outcome } from '../../../shared/renewal/outcome.ts';

/** The colours of the results sheet, as near as a terminal has them. */
export const OUTCOME_INKS: Readonly<Record<Outcome, (text: string) => string>> = {
  renewed: pc.green,
  'already renewed': pc.cyan,
  'held: price changed': pc.yellow,
  'not renewable': pc.magenta,
  invalid: pc.red,
  'not approved': pc.gray,
  'not attempted': pc.gray,
  'needs review': pc.red,
};

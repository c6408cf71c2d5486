import type { Outcome } from '../../renewal/outcome.ts';

/**
 * Pastels after Paul Tol's "light" scheme, which was made for filling cells under black text and
 * stays distinct to colour-blind eyes. The outcome's word stands in every coloured cell as well.
 */
export const OUTCOME_COLOURS: Readonly<Record<Outcome, string>> = {
  renewed: 'A5DECF',
  'already renewed': 'CFEBFC',
  'held: price changed': 'F5E9B0',
  'not renewable': 'DDE39F',
  invalid: 'FFD3DC',
  'not approved': 'E5E7EB',
  'not attempted': 'BCD3EE',
  'needs review': 'F6B39C',
};

/** Stronger tones of the same colours for the bars behind the counts. */
export const BAR_COLOURS: Readonly<Record<Outcome, string>> = {
  renewed: '6CC5AC',
  'already renewed': '9AD7F8',
  'held: price changed': 'E8D271',
  'not renewable': 'BFC861',
  invalid: 'FFA6B8',
  'not approved': 'C3C8D0',
  'not attempted': '86AEDD',
  'needs review': 'EE8866',
};

/** How a message is meant. */
export type Tone = 'good' | 'warning' | 'bad' | 'neutral';

/** Background and ink of a message. */
export const TONES: Readonly<Record<Tone, { readonly fill: string; readonly ink: string }>> = {
  good: { fill: 'DDF3EC', ink: '0B5A46' },
  warning: { fill: 'FDF1CF', ink: '6B4E00' },
  bad: { fill: 'FBDCD2', ink: '8A2A0D' },
  neutral: { fill: 'E8EDF3', ink: '2B3B4E' },
};

/** The quiet colours of the pages themselves. */
export const PAGE_COLOURS = {
  ink: '1F2933',
  muted: '66727F',
  navy: '1F3A5F',
  line: 'DDE2E8',
  heading: 'E6EBF1',
  tint: 'F7F9FB',
  link: '1A5FA8',
  white: 'FFFFFF',
} as const;

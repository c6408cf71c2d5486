import { MultiBar, type SingleBar } from 'cli-progress';
import { type Outcome, OUTCOMES } from '../../../../shared/renewal/outcome.ts';
import type { JobView } from '../../../../shared/messages/operate-answer.ts';
import { OUTCOME_INKS } from '../../terminal/outcome-inks.ts';
import { amountsText } from '../../terminal/amounts-text.ts';

/** Shows how a job goes on; `rate` in rows per minute, null while it is not known. */
export interface WatchView {
  readonly show: (job: JobView, rate: number | null) => void;
  readonly end: () => void;
}

function rateText(rate: number | null): string {
  return rate === null ? '' : `${rate} rows/min`;
}

interface Bars {
  readonly all: SingleBar;
  readonly outcomes: ReadonlyMap<Outcome, SingleBar>;
}

/** A bar for all decided rows and one for each outcome, drawn over and over on a terminal. */
export function liveBars(stream: NodeJS.WriteStream): WatchView {
  const multi = new MultiBar({
    stream,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    linewrap: false,
    gracefulExit: false,
    format: '{name} {bar} {value}',
  });
  const create = (total: number): Bars => ({
    all: multi.create(total, 0, {}, { format: '{name} {bar} {value}/{total}  {more}' }),
    outcomes: new Map(
      OUTCOMES.map((word) => [
        word,
        multi.create(total, 0, { name: OUTCOME_INKS[word](word.padEnd(20)) }),
      ]),
    ),
  });
  let bars: Bars | null = null;
  return {
    show: (job, rate) => {
      const total = Math.max(1, job.rows);
      bars ??= create(total);
      const more = [`${amountsText(job.paid)} paid`, rateText(rate)].filter((text) => text !== '');
      bars.all.setTotal(total);
      bars.all.update(job.decided, { name: job.status.padEnd(20), more: more.join(', ') });
      for (const [word, bar] of bars.outcomes) {
        bar.setTotal(total);
        bar.update(job.outcomes[word]);
      }
    },
    end: () => {
      if (bars !== null) multi.stop();
    },
  };
}

/** A line for each change, where there is no terminal. */
export function watchLines(write: (line: string) => void): WatchView {
  let last = '';
  return {
    show: (job, rate) => {
      const counts = OUTCOMES.filter((word) => job.outcomes[word] > 0);
      const state = `${job.status}: ${job.decided}/${job.rows} rows decided, ${amountsText(job.paid)} paid`;
      const told = counts.map((word) => `${job.outcomes[word]} ${word}`).join(', ');
      const line = told === '' ? state : `${state}; ${told}`;
      if (line === last) return;
      last = line;
      write(rate === null ? line : `${line} (${rateText(rate)})`);
    },
    end: () => undefined,
  };
}

/** Nothing at all: for machines that read the last answer. */
export const noWatchView: WatchView = { show: () => undefined, end: () => undefined };

import { SingleBar } from 'cli-progress';
import { display } from '../../../shared/values/money.ts';
import { OUTCOMES } from '../../../shared/renewal/outcome.ts';
import type { JobProgress } from '../../../shared/jobs/job-progress.ts';
import { OUTCOME_INKS } from './outcome-inks.ts';

/** Shows how a job goes on. */
export interface ProgressView {
  readonly show: (status: string, progress: JobProgress) => void;
  /** Says something in between, in whole lines. */
  readonly say: (lines: readonly string[]) => void;
  readonly end: () => void;
}

/** "212 renewed, 4 held: price changed": only what there is. */
export function outcomesText(progress: Pick<JobProgress, 'outcomes' | 'waiting'>): string {
  const words = OUTCOMES.filter((word) => progress.outcomes[word] > 0).map((word) =>
    OUTCOME_INKS[word](`${progress.outcomes[word]} ${word}`),
  );
  if (progress.waiting > 0) words.push(`${progress.waiting} paid, waiting`);
  return words.join(', ');
}

function paidText({ paid }: JobProgress): string {
  return `${display(paid)} ${paid.currency} paid`;
}

/** A live bar on a terminal. */
export function liveBar(stream: NodeJS.WriteStream): ProgressView {
  const bar = new SingleBar({
    stream,
    format: '{status} [{bar}] {value}/{total} rows | {money} | {outcomes}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: false,
    linewrap: false,
  });
  let started = false;
  return {
    show: (status, progress) => {
      const payload = {
        status: status.padEnd(9),
        money: paidText(progress),
        outcomes: outcomesText(progress),
      };
      if (started) {
        bar.setTotal(Math.max(1, progress.rows));
        bar.update(progress.settled, payload);
      } else {
        started = true;
        bar.start(Math.max(1, progress.rows), progress.settled, payload);
      }
    },
    say: (lines) => {
      // Over the bar, which is drawn again below with the next change.
      stream.write(`\r\u001B[K${lines.join('\n')}\n`);
    },
    end: () => {
      if (started) bar.stop();
    },
  };
}

/** Plain lines where there is no terminal: one per change of state and per tenth of the rows. */
export function plainLines(write: (line: string) => void): ProgressView {
  let last = '';
  return {
    show: (status, progress) => {
      const tenth = Math.floor((10 * progress.settled) / Math.max(1, progress.rows));
      const step = `${status} ${tenth}`;
      if (step === last) return;
      last = step;
      const parts = [`${progress.settled}/${progress.rows} rows`, paidText(progress)];
      const outcomes = outcomesText(progress);
      write(`${status}: ${parts.join(', ')}${outcomes === '' ? '' : `; ${outcomes}`}`);
    },
    say: (lines) => {
      for (const line of lines) write(line);
    },
    end: () => undefined,
  };
}

/** Nothing at all: for machines that read the one line of JSON. */
export const noProgress: ProgressView = {
  show: () => undefined,
  say: () => undefined,
  end: () => undefined,
};

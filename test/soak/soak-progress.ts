import { SingleBar } from 'cli-progress';
import { countsText, type ManyCounts, NO_RUNS } from './run-counts.ts';

/** Shows how far a soak is: a bar on a terminal, otherwise a line every half minute. */
export interface SoakProgress {
  readonly show: (counts: ManyCounts) => void;
  readonly end: () => void;
}

const LINE_MS = 30_000;

/** Begins to show a soak of so many minutes. */
export function showSoak(minutes: number): SoakProgress {
  return process.stderr.isTTY ? bar(minutes) : lines();
}

function bar(minutes: number): SoakProgress {
  const began = Date.now();
  const seconds = Math.max(1, Math.round(minutes * 60));
  const shown = new SingleBar({
    stream: process.stderr,
    format: '[{bar}] {duration_formatted} | {told}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    linewrap: false,
  });
  shown.start(seconds, 0, { told: countsText(NO_RUNS) });
  return {
    show: (counts) => {
      const passed = Math.round((Date.now() - began) / 1000);
      shown.update(Math.min(seconds, passed), { told: countsText(counts) });
    },
    end: () => {
      shown.stop();
    },
  };
}

function lines(): SoakProgress {
  let next = Date.now() + LINE_MS;
  return {
    show: (counts) => {
      if (Date.now() < next) return;
      next = Date.now() + LINE_MS;
      process.stderr.write(`${countsText(counts)}\n`);
    },
    end: () => undefined,
  };
}

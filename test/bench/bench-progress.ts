import { SingleBar } from 'cli-progress';

/** Shows how far a step is: a bar on a terminal, otherwise a line for each quarter. */
export interface BenchProgress {
  readonly show: (done: number, of: number) => void;
  readonly end: () => void;
}

/** Begins a step of that name. */
export function beginStep(name: string): BenchProgress {
  return process.stderr.isTTY ? bar(name) : lines(name);
}

function bar(name: string): BenchProgress {
  const shown = new SingleBar({
    stream: process.stderr,
    format: `${name.padEnd(28)} [{bar}] {value}/{total} | {duration_formatted}`,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    linewrap: false,
  });
  shown.start(1, 0);
  return {
    show: (done, of) => {
      shown.setTotal(Math.max(1, of));
      shown.update(done);
    },
    end: () => {
      shown.stop();
    },
  };
}

function lines(name: string): BenchProgress {
  let last = -1;
  return {
    show: (done, of) => {
      const quarter = Math.floor((4 * done) / Math.max(1, of));
      if (quarter === last) return;
      last = quarter;
      process.stderr.write(`${name}: ${done}/${of}\n`);
    },
    end: () => undefined,
  };
}

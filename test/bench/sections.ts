import { MOST_NEEDED } from '../../infra/constructs/functions/memory.ts';
import { OUTCOMES } from '../../shared/renewal/outcome.ts';
import { shareOfPermittedRate } from './call-rate.ts';
import { type Figures, isUndisturbed, median, most } from './figures.ts';
import type { FunctionFigures } from './function-figures.ts';
import { count, kilobytes, type Line, megabytes, type Section, secondsText } from './table.ts';

const WALL_AIM_ROWS = 10_000;
const WALL_AIM_MS = 20_000;
const CALLS_AIM: Readonly<Record<number, number>> = { 100: 22, 10: 75 };
/** Attempts advance independently, and what they write at a time is written together. */
const WRITES_AIM = 20;
const BUNDLE_AIM = 400 * 1024;
const RATE_AIM = 0.9;

function columnOf({ scenario }: Figures): string {
  const { rows, idsPerRenew, remarkColumns } = scenario;
  const wide = remarkColumns === 0 ? '' : `, ${remarkColumns} remarks`;
  return `${count(rows)} x ${idsPerRenew} ids${wide}`;
}

/** Time, calls and writes of the quotes at a provider that answers at once. */
export function jobSection(all: readonly Figures[]): Section {
  const line = (label: string, value: (figures: Figures) => string): Line => ({
    label,
    values: all.map(value),
  });
  const large = all.filter(({ scenario }) => scenario.rows === WALL_AIM_ROWS);
  return {
    title: 'Undisturbed, no latency, no limit',
    columns: all.map(columnOf),
    lines: [
      line('rows by outcome', outcomesText),
      {
        ...line('from drop to results', ({ wallMs }) => secondsText(wallMs)),
        aim: {
          text: '20 s for 10,000 rows on two cores',
          met: large.length === 0 ? null : large.every(({ wallMs }) => wallMs <= WALL_AIM_MS),
        },
      },
      line(
        'CPU time, functions and local cloud',
        ({ functionsCpuMs, cloudCpuMs }) =>
          `${secondsText(functionsCpuMs)} + ${secondsText(cloudCpuMs)}`,
      ),
      line('provider calls', ({ calls }) => count(calls.length)),
      callsLine(all),
      writesLine(all),
      line('AWS requests per chunk, median', ({ chunks }) =>
        count(median(chunks.map(({ awsRequests }) => awsRequests.length))),
      ),
      ...awsLines(all),
    ],
  };
}

/** "900 renewed,100 not attempted" */
export function outcomesText({ status, outcomes }: Figures): string {
  const found = OUTCOMES.filter((word) => (outcomes?.[word] ?? 0) > 0);
  return found.length === 0 ? status : found.map((word) => `${outcomes![word]} ${word}`).join();
}

/** The most, not the middle: the aim is for every undisturbed chunk. */
function callsLine(all: readonly Figures[]): Line {
  const numbers = all.map(({ chunks }) =>
    chunks.filter(isUndisturbed).map(({ calls }) => calls.length),
  );
  const met = all.every(
    ({ scenario }, place) => most(numbers[place]!) <= (CALLS_AIM[scenario.idsPerRenew] ?? Infinity),
  );
  return {
    label: 'provider calls per chunk, median (most)',
    values: numbers.map((of) => `${median(of)} (${most(of)})`),
    aim: { text: '22 with 100 ids, 75 with 10', met },
  };
}

/** Writes of the journal and of the job while an undisturbed chunk was worked on. */
export function writesLine(all: readonly Figures[]): Line {
  const numbers = all.map(({ chunks }) => chunks.filter(isUndisturbed).map(({ writes }) => writes));
  return {
    label: 'DynamoDB writes per chunk, median (most)',
    values: numbers.map((of) => `${median(of)} (${most(of)})`),
    aim: { text: `${WRITES_AIM}`, met: numbers.every((of) => most(of) <= WRITES_AIM) },
  };
}

function awsLines(all: readonly Figures[]): Line[] {
  const services = [...new Set(all.flatMap(({ awsCalls }) => awsCalls.map((one) => one.service)))];
  return services.toSorted().map((service) => ({
    label: `AWS requests, ${service}`,
    values: all.map(({ awsCalls }) =>
      count(awsCalls.filter((call) => call.service === service).length),
    ),
  }));
}

/** Peak memory of each function in a process of its own. */
export function memorySection(
  all: readonly Figures[],
  functions: readonly FunctionFigures[],
): Section {
  return {
    title: 'Peak memory; CPU time, of a process each',
    columns: all.map(columnOf),
    lines: functions.map(({ name, functionName, memorySize }) => {
      const used = all.map(({ usage }) => usage.get(functionName));
      const peaks = used.map((one) => one?.peakMemory ?? 0);
      return {
        label: `${name} (${memorySize} MB)`,
        values: used.map(
          (one, place) => `${megabytes(peaks[place]!)}; ${secondsText(one?.cpuMs ?? 0)}`,
        ),
        aim: {
          text: `${100 * MOST_NEEDED} % of what it has`,
          met: most(peaks) <= MOST_NEEDED * memorySize * 1024 * 1024,
        },
      };
    }),
  };
}

/** Size and start of each function. */
export function bundleSection(functions: readonly FunctionFigures[], imports: number): Section {
  return {
    title: 'Bundles',
    columns: ['size', `import (of ${imports})`],
    lines: functions.map(({ name, bundleBytes, importMs, workbookLibraries }) => {
      const line = { label: name, values: [kilobytes(bundleBytes), `${importMs.toFixed(0)} ms`] };
      if (name !== 'renew-chunk') return line;
      const lean = workbookLibraries.length === 0;
      const text = `under 400 KB, ${lean ? 'without' : 'WITH'} a workbook library`;
      return { ...line, aim: { text, met: lean && bundleBytes < BUNDLE_AIM } };
    }),
  };
}

const ORDERS = { one: 'an order a call', 'one per resource': 'an order an id' } as const;

/** How well the call limit is used at a slow provider. */
export function rateSection(all: readonly Figures[]): Section {
  const shares = all.map(shareOfPermittedRate);
  return {
    title: '300 ms latency, 10 calls/s, 10 ids a call',
    columns: all.map(({ scenario }) => ORDERS[scenario.orders]),
    lines: [
      { label: 'rows by outcome', values: all.map(outcomesText) },
      { label: 'from drop to results', values: all.map(({ wallMs }) => secondsText(wallMs)) },
      {
        label: 'permitted rate used, parallel phases',
        values: shares.map((share) => `${(100 * share).toFixed(0)} %`),
        aim: { text: '90 %', met: shares.every((share) => share >= RATE_AIM) },
      },
      {
        label: 'DynamoDB writes per chunk, most',
        values: all.map(({ chunks }) => count(most(chunks.map(({ writes }) => writes)))),
      },
    ],
  };
}

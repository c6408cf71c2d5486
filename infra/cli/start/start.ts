import { checkExitCode, checkText } from './check-run.ts';
import { type CommandLine, readCommandLine, USAGE } from '../terminal/command-line.ts';
import { exitCode } from '../terminal/job-answer.ts';
import { liveBar, noProgress, plainLines, type ProgressView } from '../terminal/progress-view.ts';
import type { QuoteRun } from './run-quote.ts';
import { startBundling } from '../local-run/start-bundling.ts';
import { summaryText } from './summary.ts';
import { tellFault } from '../terminal/tell-fault.ts';
import { UserMistake } from '../terminal/user-mistake.ts';

const INTERRUPTED = 130;

function chooseView(json: boolean): ProgressView {
  if (json) return noProgress;
  if (process.stdout.isTTY) return liveBar(process.stdout);
  return plainLines((line) => process.stdout.write(`${line}\n`));
}

async function main(): Promise<number> {
  const reading = readCommandLine(process.argv.slice(2));
  if (reading.kind === 'wrong') throw new UserMistake(reading.problem);
  if (reading.kind === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const { command } = reading;
  const bundling = startBundling();
  try {
    // Loaded only now, for it takes as long as the bundling that has begun beside it.
    const { runQuote } = await import('./run-quote.ts');
    return await carryOut(await runQuote(command, chooseView(command.json), bundling), command);
  } finally {
    await bundling.end();
  }
}

async function carryOut(run: QuoteRun, command: CommandLine): Promise<number> {
  try {
    const answer = await Promise.race([run.answer, interruption()]);
    if (answer === INTERRUPTED) {
      await run.stop();
      process.stderr.write(
        '\nInterrupted; nothing more is ordered or paid. An order that was made is left unpaid.\n',
      );
      return INTERRUPTED;
    }
    const text = 'state' in answer ? checkText(answer) : summaryText(answer);
    process.stdout.write(command.json ? `${JSON.stringify(answer)}\n` : text);
    return 'state' in answer ? checkExitCode(answer.state) : exitCode(answer.status);
  } finally {
    await run.stop();
  }
}

/** Ctrl-C. What was asked of the provider before stays as it is there. */
async function interruption(): Promise<typeof INTERRUPTED> {
  return await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // Heard again and again: the second Ctrl-C must not cut off the orderly end of the first.
      process.on(signal, () => {
        resolve(INTERRUPTED);
      });
    }
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  tellFault(error);
}

import { checkExitCode, checkText } from './check-run.ts';
import { chooseView, type Views } from '../terminal/choose-view.ts';
import { exitCode } from '../terminal/job-answer.ts';
import { INTERRUPTED, onInterrupt } from '../terminal/on-interrupt.ts';
import { liveBar, noProgress, plainLines, type ProgressView } from '../terminal/progress-view.ts';
import type { QuoteRun } from './run-quote.ts';
import type { StartCommand } from './start-command.ts';
import { startBundling } from '../local-run/start-bundling.ts';
import { summaryText } from './summary.ts';

const VIEWS: Views<ProgressView> = { none: noProgress, live: liveBar, lines: plainLines };

/** Carries a quote out to its end, to Ctrl-C or to the first fault, and returns the exit code. */
export async function start(command: StartCommand): Promise<number> {
  const bundling = startBundling();
  try {
    // Loaded only now, for it takes as long as the bundling that has begun beside it.
    const { runQuote } = await import('./run-quote.ts');
    return await carryOut(
      await runQuote(command, chooseView(command.json, VIEWS), bundling),
      command,
    );
  } finally {
    await bundling.end();
  }
}

async function carryOut(run: QuoteRun, command: StartCommand): Promise<number> {
  try {
    const answer = await Promise.race([run.answer, interruption()]);
    if (answer === INTERRUPTED) {
      await run.stop();
      process.stderr.write(
        '\nInterrupted; nothing more is ordered or paid. A call that was under way may still take effect, and an order that was made is left unpaid.\n',
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
    onInterrupt(() => {
      resolve(INTERRUPTED);
    });
  });
}

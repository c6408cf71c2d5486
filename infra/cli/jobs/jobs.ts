import pc from 'picocolors';
import { chooseView, type Views } from '../terminal/choose-view.ts';
import { INTERRUPTED, onInterrupt } from '../terminal/on-interrupt.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { type Asked, openOperate, type OperateClient } from './cloud/ask-operate.ts';
import { type ChosenCloud, chooseCloud } from './cloud/choose-cloud.ts';
import type { JobsCommand } from './jobs-command.ts';
import { listText } from './text/list-text.ts';
import { plainText } from '../terminal/plain-text.ts';
import { jobText } from './text/status-text.ts';
import { watchStatus } from './text/watch-status.ts';
import { liveBars, noWatchView, watchLines, type WatchView } from './text/watch-view.ts';

const VIEWS: Views<WatchView> = { none: noWatchView, live: liveBars, lines: watchLines };

/** Asks a cloud about its jobs or has it act on one, prints the answer and returns the exit code. */
export async function jobs(command: JobsCommand): Promise<number> {
  const cloud = chooseCloud(command.cloud);
  const operate = openOperate(cloud);
  try {
    const asked = command.watch ? await watch(command, operate) : await operate.ask(command.event);
    return asked === null ? INTERRUPTED : tell(asked, cloud, command);
  } finally {
    operate.close();
  }
}

/** The last answer; null after Ctrl-C. */
async function watch({ event, json }: JobsCommand, operate: OperateClient): Promise<Asked | null> {
  const interruption = new AbortController();
  onInterrupt(() => {
    interruption.abort();
  });
  try {
    return await watchStatus(event, operate, chooseView(json, VIEWS), interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) return null;
    throw error;
  }
}

function tell({ answer, json }: Asked, cloud: ChosenCloud, command: JobsCommand): number {
  const line = plainText(answer.line);
  if (command.json) process.stdout.write(`${json}\n`);
  if (!answer.ok) throw new UserMistake(`${line} Asked: ${cloud.place}.`);
  if (command.json) return 0;
  const lines = [
    pc.dim(`Asked: ${cloud.place}`),
    pc.bold(line),
    ...listText(answer.jobs ?? [], Date.now()),
    ...(answer.job === undefined ? [] : jobText(answer.job)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

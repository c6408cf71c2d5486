import pc from 'picocolors';
import { chooseView, type Views } from '../terminal/choose-view.ts';
import { INTERRUPTED, onInterrupt } from '../terminal/on-interrupt.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { type Asked, openOperate, type OperateClient } from './cloud/ask-operate.ts';
import { type ChosenCloud, chooseCloud } from './cloud/choose-cloud.ts';
import type { JobsCommand } from './jobs-command.ts';
import { journalText } from './text/journal-text.ts';
import { listText } from './text/list-text.ts';
import { plainText } from '../terminal/plain-text.ts';
import { queuesText } from './text/queues-text.ts';
import { rowsText } from './text/rows-text.ts';
import { jobText } from './text/status-text.ts';
import { watchStatus } from './text/watch-status.ts';
import { liveBars, noWatchView, watchLines, type WatchView } from './text/watch-view.ts';

const VIEWS: Views<WatchView> = { none: noWatchView, live: liveBars, lines: watchLines };

/** Asks a cloud about its jobs or has it act on one, prints the answer and returns the exit code. */
export async function jobs(command: JobsCommand): Promise<number> {
  const cloud = chooseCloud(command.cloud);
  const operate = openOperate(cloud);
  try {
    const asked = command.watch ? await watch(command, operate) : await askAll(command, operate);
    return asked === null ? INTERRUPTED : tell(asked, cloud, command);
  } finally {
    operate.close();
  }
}

/** One answer; rows come a thousand at a time, and are asked for until there are no more. */
async function askAll({ event }: JobsCommand, operate: OperateClient): Promise<Asked> {
  const first = await operate.ask(event);
  if (event.command !== 'rows') return first;
  const rows = [...(first.answer.rows ?? [])];
  let next = first.answer.nextFrom ?? null;
  while (next !== null) {
    const { answer } = await operate.ask({ ...event, from: next });
    rows.push(...(answer.rows ?? []));
    next = answer.ok ? (answer.nextFrom ?? null) : null;
  }
  const answer = { ...first.answer, ...(first.answer.ok ? { rows, nextFrom: null } : {}) };
  return { answer, json: JSON.stringify(answer) };
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
    ...(answer.job === undefined || answer.rows !== undefined ? [] : jobText(answer.job)),
    ...rowsText(answer.rows ?? []),
    ...journalText(answer.journal ?? []),
    ...queuesText(answer.queues ?? []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

import { userInfo } from 'node:os';
import pc from 'picocolors';
import { tellFault } from '../terminal/tell-fault.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { type Asked, openOperate, type OperateLine } from './ask-operate.ts';
import { checkFile, isCheck } from './check-file.ts';
import { type ChosenCloud, chooseCloud } from './choose-cloud.ts';
import { type JobsCommand, JOBS_USAGE, readJobsCommand } from './jobs-command.ts';
import { listText } from './list-text.ts';
import { plainText } from './plain-text.ts';
import { jobText } from './status-text.ts';
import { watchStatus } from './watch-status.ts';
import { liveBars, noWatchView, watchLines, type WatchView } from './watch-view.ts';

const INTERRUPTED = 130;

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function chooseView(json: boolean): WatchView {
  if (json) return noWatchView;
  if (process.stdout.isTTY) return liveBars(process.stdout);
  return watchLines((line) => process.stdout.write(`${line}\n`));
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (isCheck(args)) return await checkFile(args);
  const reading = readJobsCommand(args, userName());
  if (reading.kind === 'wrong') throw new UserMistake(reading.problem);
  if (reading.kind === 'help') {
    process.stdout.write(JOBS_USAGE);
    return 0;
  }
  const { command } = reading;
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
async function watch({ event, json }: JobsCommand, operate: OperateLine): Promise<Asked | null> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      interruption.abort();
    });
  }
  try {
    return await watchStatus(event, operate, chooseView(json), interruption.signal);
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

try {
  process.exitCode = await main();
} catch (error) {
  tellFault(error);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** After so long without what it waits for, a test should say so instead of hanging. */
const TIMEOUT_MS = 60_000;

/** A process that a test starts, hears and ends. */
export interface TestProcess {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /**
   * Resolves when its standard output holds the text so often, once unless told otherwise. Rejects
   * when it ends before, or after a minute.
   */
  readonly says: (text: string, times?: number) => Promise<void>;
  readonly ended: Promise<number | null>;
}

/** What a command came to. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Variables by which programs write other text, such as colours, where a test happens to run. */
const SWAYING = ['CI', 'FORCE_COLOR', 'NO_COLOR', 'DEBUG'];

const started: TestProcess[] = [];

/** Ends whatever a test that failed has left behind. */
export async function endAll(): Promise<void> {
  for (const one of started.splice(0)) {
    if (one.child.exitCode === null && one.child.signalCode === null) await killProcess(one);
  }
}

/**
 * Starts a script of this project as its npm script does, but without colours wherever the test
 * runs; its process is Node itself, so that it can be killed. `more` are variables of its environment.
 */
export function startProcess(
  script: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): TestProcess {
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const kept = Object.entries(process.env).filter(([name]) => !SWAYING.includes(name));
  const env = { ...Object.fromEntries(kept), ...more };
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = async (text: string, times = 1): Promise<void> => {
    const heard = (): string => `"${text}" was not said ${times} times: ${out}${err}`;
    await until(heard, () => {
      if (timesIn(out, text) >= times) return true;
      if (child.exitCode !== null) throw new Error(heard());
      return false;
    });
  };
  const made = { child, says, ended, out: () => out, err: () => err };
  started.push(made);
  return made;
}

/** Resolves when a process has ended, with all it has said. */
export async function endOf({ ended, out, err }: TestProcess): Promise<Ended> {
  const code = await ended;
  return { code, out: out(), err: err() };
}

/** Ends a process as the end of its machine would. */
export async function killProcess({ child, ended }: TestProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** Resolves when a text stands in a file for the wanted number of times; rejects after a minute. */
export async function stands(file: string, text: string, times: number): Promise<void> {
  await until(
    () => `"${text}" does not stand ${times} times in ${file}`,
    () => timesIn(textOf(file), text) >= times,
  );
}

/** Resolves when something is so; rejects after a minute with what is `wrong`. */
export async function until(
  wrong: () => string,
  is: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + TIMEOUT_MS;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(wrong());
    await pause(10);
  }
}

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

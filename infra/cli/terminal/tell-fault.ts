import { UserMistake } from './user-mistake.ts';

/**
 * Ends a command that cannot go on: one sentence on standard error, exit code 1. With `DEBUG` set
 * what is not the user's mistake comes with its stack.
 */
export function tellFault(error: unknown): void {
  const told = error instanceof UserMistake || process.env['DEBUG'] === undefined;
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(told ? `${text}\n` : `${(error as Error).stack ?? text}\n`);
  process.exitCode = 1;
}

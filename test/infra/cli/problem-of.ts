import { readArguments } from '../../../infra/cli/read-arguments.ts';
import { UserMistake } from '../../../infra/cli/terminal/user-mistake.ts';

/** The sentence that refuses such arguments, given by "ada"; what they are read as where none does. */
export function problemOf(...args: readonly string[]): string {
  try {
    return `read as ${readArguments(args, 'ada').kind}`;
  } catch (error) {
    if (error instanceof UserMistake) return error.message;
    throw error;
  }
}

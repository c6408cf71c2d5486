import { type Command, CommanderError } from 'commander';

/** A command and all below it. */
export function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/**
 * Has a plain command read its arguments. Returns the help that was asked for, to be printed as it
 * is, or null. Throws `UserMistake` with the one sentence that says what is wrong.
 */
export function parseCommand(program: Command, args: readonly string[]): string | null {
  let text = '';
  for (const command of everyCommand(program)) {
    command.configureOutput({
      writeOut: (more) => {
        text += more;
      },
    });
  }
  try {
    program.parse(args, { from: 'user' });
    return null;
  } catch (error) {
    if (error instanceof CommanderError) return text;
    throw error;
  }
}

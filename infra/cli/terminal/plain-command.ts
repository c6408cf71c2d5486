import { Command, type CommanderError } from 'commander';
import { UserMistake } from './user-mistake.ts';

/** How a command words what is wrong with its arguments. */
export interface Wording {
  /** What to type for its help, such as `npm run jobs -- --help`. */
  readonly help: string;
  /** Shown in its help. */
  readonly example: string;
  /** Said where none of its subcommands is named, such as "Say what is to be done." */
  readonly nothing?: string;
  /** What one of its subcommands is called, such as "command". */
  readonly part?: string;
  /** What it takes, such as "one job". */
  readonly takes?: string;
  /** Said of arguments there are too many of, instead of what it takes. */
  readonly tooMany?: (given: readonly string[]) => string;
  /** Said of an option that only `owner` among its subcommands takes. */
  readonly foreign?: (name: string, flag: string, owner: string) => string;
}

const wordings = new WeakMap<Command, Wording>();

/**
 * A command whose help is made of what it is given, and whose mistakes are {@link UserMistake}s of
 * one sentence and the way to its help; it prints nothing of its own but help, and ends no process.
 */
export function plainCommand(name: string, wording: Wording): Command {
  const command = new Command(name);
  wordings.set(command, wording);
  return command
    .helpOption('-h, --help', 'this help')
    .helpCommand(false)
    .addHelpText('after', `\nExample:\n  ${wording.example}`)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride((error) => {
      if (error.exitCode === 0) throw error;
      throw mistake(command, problemOf(command, wording, error));
    });
}

/** A mistake in a command's arguments, with the way to its help. */
export function mistake(command: Command, problem: string): UserMistake {
  return new UserMistake(`${problem} See ${wordings.get(command)?.help ?? 'its help'}.`);
}

/** The command's own subcommand of that name. */
export function subcommand({ commands }: Command, name: string | undefined): Command | undefined {
  return commands.find((one) => one.name() === name);
}

function problemOf(command: Command, wording: Wording, { code, message }: CommanderError): string {
  const [, quoted = ''] = /'([^']*)'/u.exec(message) ?? [];
  switch (code) {
    case 'commander.help':
      return wording.nothing ?? message;
    case 'commander.unknownCommand':
      return `There is no ${wording.part ?? 'command'} "${quoted}".`;
    case 'commander.unknownOption':
      return unknownOption(command, quoted);
    case 'commander.optionMissingArgument':
      return `Option '${quoted.split(' ')[0]} <value>' argument missing.`;
    case 'commander.excessArguments':
      if (wording.tooMany !== undefined) return wording.tooMany(command.args);
      return takes(command, wording);
    case 'commander.missingArgument':
      return takes(command, wording);
    default:
      return `${message.replace(/^error: /u, '')}.`;
  }
}

function takes(command: Command, wording: Wording): string {
  return `${command.name()} takes ${wording.takes ?? 'nothing more'}.`;
}

function unknownOption(command: Command, given: string): string {
  const [flag = ''] = given.split('=');
  if (has(command, flag)) return `Option '${flag}' does not take an argument.`;
  const { parent } = command;
  const owner = parent?.commands.find((one) => has(one, flag));
  const foreign = parent && wordings.get(parent)?.foreign;
  return owner === undefined || foreign === undefined || foreign === null
    ? `Unknown option '${flag}'.`
    : foreign(command.name(), flag, owner.name());
}

function has({ options }: Command, flag: string): boolean {
  return options.some(({ long }) => long === flag);
}

import type { Command } from 'commander';
import { mistake, subcommand } from './plain-command.ts';

/**
 * The arguments with the names of command and subcommand in front, for options may stand before
 * them as well. Throws {@link UserMistake} for a value that looks like an option: somebody forgot
 * the value, and would find the next option in its place.
 */
export function arrangeArguments(program: Command, args: readonly string[]): readonly string[] {
  const [name, ...rest] = args;
  const command = subcommand(program, name);
  if (command === undefined) return args;
  const { words, options, after } = partArguments(command, rest);
  if (command.commands.length === 0) return args;
  const [verb, ...more] = [...words, ...after];
  const strangers = options.flatMap((option) => (option.known ? [] : option.said));
  if (verb === undefined) return [command.name(), ...strangers];
  const said = options.flatMap((option) => option.said);
  // What stands behind a "--" is no option, whatever it looks like.
  return [command.name(), verb, ...said, '--', ...more];
}

interface Parted {
  readonly words: readonly string[];
  readonly options: readonly { readonly known: boolean; readonly said: readonly string[] }[];
  /** What stands behind a "--". */
  readonly after: readonly string[];
}

function partArguments(command: Command, args: readonly string[]): Parted {
  const known = [command, ...command.commands].flatMap(({ options }) => options);
  const words: string[] = [];
  const options: { known: boolean; said: string[] }[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg === '--') return { words, options, after: args.slice(at + 1) };
    if (!/^-./u.test(arg)) {
      words.push(arg);
      continue;
    }
    if (/^-\d/u.test(arg)) throw mistake(command, `Unknown option '${arg.slice(0, 2)}'.`);
    const option = known.find(({ long }) => long === arg.split('=')[0]);
    const said = [arg];
    const value = args[at + 1];
    if (option?.required === true && !arg.includes('=') && value !== undefined) {
      if (/^-./u.test(value)) throw mistake(command, `Option '${arg}' argument is ambiguous.`);
      said.push(value);
      at += 1;
    }
    options.push({ known: option !== undefined, said });
  }
  return { words, options, after: [] };
}

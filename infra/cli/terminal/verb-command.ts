import type { Command } from 'commander';
import { plainCommand } from './plain-command.ts';

/** A word or an option, and what it means; where it may be left out, with its default. */
export type Meaning = readonly [flags: string, about: string];

/** Something a command can do: its name, what it takes, and what words and options amount to. */
export interface Verb<Options, Reading> {
  readonly name: string;
  readonly words: readonly Meaning[];
  /** "one job", for whoever gives something else. */
  readonly takes: string;
  readonly about: string;
  /** Name, words and options, without the command. */
  readonly example: string;
  readonly options?: readonly Meaning[];
  /** What is asked for, or the sentence that says what is wrong. */
  readonly read: (words: readonly string[], options: Options) => Reading | string;
}

/** The command whose verb it is: how it is called by npm, such as `npm run jobs`. */
export function verbCommand<Options, Reading>(
  { name, words, takes, about, example, options = [] }: Verb<Options, Reading>,
  script: string,
): Command {
  const command = plainCommand(name, {
    help: `${script} -- --help`,
    example: `${script} --silent -- ${example}`,
    takes,
  }).description(about);
  for (const [word, meaning] of words) command.argument(word, meaning);
  for (const [flags, meaning] of options) command.option(flags, meaning);
  return command;
}

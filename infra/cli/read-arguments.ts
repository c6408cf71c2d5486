import type { Command } from 'commander';
import type { CheckFileCommand } from './jobs/check-command.ts';
import { type JobsCommand, jobsCommand } from './jobs/jobs-command.ts';
import { type DevCommand, devCommand } from './dev/dev-command.ts';
import { type StartCommand, startCommand } from './start/start-command.ts';
import { arrangeArguments } from './terminal/arrange-arguments.ts';
import { parseCommand } from './terminal/parse-command.ts';
import { plainCommand } from './terminal/plain-command.ts';
import { type WorldCommand, worldCommand } from './world/world-command.ts';

/** What was asked for on the command line; `help` is to be printed as it is. */
export type Asked =
  | { readonly kind: 'start'; readonly command: StartCommand }
  | { readonly kind: 'dev'; readonly command: DevCommand }
  | { readonly kind: 'jobs'; readonly command: JobsCommand }
  | { readonly kind: 'check'; readonly command: CheckFileCommand }
  | { readonly kind: 'world'; readonly command: WorldCommand }
  | { readonly kind: 'help'; readonly text: string };

/** The whole command line; `tell` hears what was asked for. */
export function renewsheet(user: string, tell: (asked: Asked) => void): Command {
  const program = plainCommand('renewsheet', {
    help: 'npx renewsheet --help',
    example: 'npx renewsheet jobs list',
    nothing: 'Say what is to be done: start, dev, jobs or world.',
  }).description('Renews the cloud resources of an approved quote workbook.');
  const to =
    <Kind extends Exclude<Asked['kind'], 'help'>>(kind: Kind) =>
    (command: Extract<Asked, { kind: Kind }>['command']): void => {
      tell({ kind, command } as Asked);
    };
  return program
    .addCommand(startCommand(to('start')))
    .addCommand(devCommand(to('dev')))
    .addCommand(jobsCommand(user, { jobs: to('jobs'), check: to('check') }))
    .addCommand(worldCommand(to('world')));
}

/**
 * Reads the arguments that follow `renewsheet`; `user` is who acts unless it is said. Throws
 * `UserMistake` with the one sentence that says what is wrong.
 */
export function readArguments(args: readonly string[], user: string): Asked {
  let asked: Asked | null = null as Asked | null;
  const program = renewsheet(user, (one) => {
    asked = one;
  });
  const help = parseCommand(program, exportFrom(arrangeArguments(program, args)));
  if (help !== null) return { kind: 'help', text: help };
  if (asked === null) throw new Error('nothing was asked for');
  return asked;
}

/** `jobs export --from FILE` is `jobs check FILE`; the arguments are arranged. */
function exportFrom(args: readonly string[]): readonly string[] {
  const [command, verb, ...rest] = args;
  const end = rest.indexOf('--');
  const at = rest.slice(0, Math.max(0, end)).findIndex((arg) => /^--from(?:=|$)/u.test(arg));
  if (command !== 'jobs' || !['export', 'check'].includes(verb ?? '') || at < 0) return args;
  const [flag = '', value = ''] = rest.slice(at);
  const [words, said] = flag.includes('=') ? [[flag.slice(7)], 1] : [[value], 2];
  return [command, 'check', ...rest.toSpliced(at, said), ...words];
}

import type { Command, Option } from 'commander';
import { subcommand } from './plain-command.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Options that npm takes for others of its own, by its short forms and its completion of what is cut
 * short: `--as` is its `-a -s`, `--by` the beginning of its `--bypass-2fa`. (`--local` it takes for
 * `--no-global`, which leaves no trace.)
 */
const TAKEN_AS: Readonly<Record<string, readonly string[]>> = {
  as: ['all'],
  by: ['bypass_2fa'],
};

/** Options that npm has as well: they may stand in its own settings, where "" says no. */
const NPMS_OWN: ReadonlySet<string> = new Set(['all', 'bypass_2fa', 'json', 'yes']);

/** Under these names npm runs our scripts: by their own name, by `npx` and by `npm exec`. */
function isStartedBy(environment: Environment, name: string): boolean {
  const event = environment['npm_lifecycle_event'];
  return event === name || event === 'npx';
}

/**
 * The sentence that says which option npm has taken for one of its own, because the `--` before it
 * was forgotten; null where it has none. Nothing may be done then: what was kept may have been
 * `--check`, and the rest would be paid. How it was written does not matter (`--check`,
 * `--check=true`, `--no-check`, before or behind the file): npm passes all of it on as a variable.
 */
export function keptByNpm(
  program: Command,
  args: readonly string[],
  environment: Environment,
): string | null {
  const [name = ''] = args;
  const command = subcommand(program, name);
  if (command === undefined || !isStartedBy(environment, name)) return null;
  const options = [command, ...command.commands].flatMap((one) => one.options);
  const kept = options.find((option) => isKept(option, args, environment));
  if (kept === undefined) return null;
  const script = name === 'start' ? 'npm start' : `npm run ${name}`;
  return `npm has kept ${kept.long} for itself, so nothing was done: put a "--" before it, as in ${script} -- ${kept.flags}.`;
}

function isKept(option: Option, args: readonly string[], environment: Environment): boolean {
  const long = option.long ?? '';
  // A switch that was given to us as well is meant; a value that npm has may be another one.
  if (option.isBoolean() && args.includes(long)) return false;
  const own = long.replace('--', '').replaceAll('-', '_');
  return [own, ...(TAKEN_AS[own] ?? [])].some((variable) => {
    const value = environment[`npm_config_${variable}`];
    // Its own short forms are switches: given to us too, they are nobody's mistake.
    if (variable !== own && args.some((arg) => arg.split('=')[0] === long)) return false;
    return NPMS_OWN.has(variable) ? value !== undefined && value !== '' : value !== undefined;
  });
}

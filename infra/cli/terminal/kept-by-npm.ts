import type { Command } from 'commander';
import { subcommand } from './plain-command.ts';

/**
 * The sentence that says which option npm has taken for one of its own, because the `--` before it
 * was forgotten; null where it has none. Nothing may be done then: what was kept may have been
 * `--check`, and the rest would be paid.
 */
export function keptByNpm(
  program: Command,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const [name = ''] = args;
  const command = subcommand(program, name);
  if (command === undefined || environment['npm_lifecycle_event'] !== name) return null;
  const kept = [command, ...command.commands]
    .flatMap(({ options }) => options)
    .find(({ long }) => {
      const variable = `npm_config_${(long ?? '').replace('--', '').replaceAll('-', '_')}`;
      return environment[variable] !== undefined && !args.includes(long ?? '');
    });
  if (kept === undefined) return null;
  const script = name === 'start' ? 'npm start' : `npm run ${name}`;
  return `npm has kept ${kept.long} for itself, so nothing was done: put a "--" before it, as in ${script} -- ${kept.flags}.`;
}

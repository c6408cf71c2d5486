import { tellFault } from '../../infra/cli/terminal/tell-fault.ts';
import { type ExploreOptions, readExploreOptions } from './explore-options.ts';
import { type Found, type Progress, walk } from './walk.ts';

/** How often is told how far it is. */
const TELL_MS = 10_000;

/** Walks as far as asked; the exit code. */
async function explore(options: ExploreOptions): Promise<0 | 1> {
  const begin = Date.now();
  const seconds = (): string => ((Date.now() - begin) / 1000).toFixed(0);
  let told = begin;
  let stories = 0;
  const walked = await walk(options, {
    depth: options.depth,
    until: begin + options.minutes * 60_000,
    progress: (at) => {
      if (Date.now() - told < TELL_MS) return;
      told = Date.now();
      process.stderr.write(`${progressText(at)} after ${seconds()} s\n`);
    },
    onFound: (found) => {
      stories += 1;
      process.stdout.write(`\n${storyText(found, stories)}\n`);
    },
  });
  const { states, steps, met, depth, longest, found } = walked;
  process.stdout.write(
    [
      '',
      `Depth ${depth}${depth < options.depth ? ` of ${options.depth}: the time was over` : ''}, ` +
        `${options.rows} rows: ${states} states by ${steps} steps in ${seconds()} s; ` +
        `${met} steps came to a state that was met before.`,
      'The longest story:',
      longest,
      found.length === 0 ? 'No promise was broken.' : `${found.length} stories of broken promises.`,
      '',
    ].join('\n'),
  );
  return found.length === 0 ? 0 : 1;
}

function progressText({ level, done, of, states, found }: Progress): string {
  return `Depth ${level}: ${done} of ${of} mishaps, ${states} states, ${found} stories`;
}

/** One broken promise as people would tell it. */
export function storyText({ promise, what, mishaps, text }: Found, number: number): string {
  return [
    `Story ${number}: "${promise}" is broken: ${what}.`,
    `By: ${mishaps.join('; ')}`,
    text,
  ].join('\n');
}

try {
  const options = readExploreOptions(process.argv.slice(2));
  if (typeof options === 'string') process.stdout.write(options);
  else process.exitCode = await explore(options);
} catch (error) {
  tellFault(error);
}

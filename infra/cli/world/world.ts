import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import { DEFAULT_DATA } from '../dev/dev-command.ts';
import { playWorld } from './play-world.ts';
import { readRunningCloud } from '../dev/running-cloud-file.ts';
import { readWorldCommand, WORLD_USAGE } from './world-command.ts';

async function main(): Promise<string> {
  const reading = readWorldCommand(process.argv.slice(2));
  if (reading.kind === 'wrong') throw new UserMistake(reading.problem);
  if (reading.kind === 'help') return WORLD_USAGE;
  const { data } = reading.command;
  const found = readRunningCloud(data === null ? DEFAULT_DATA : userPath(data));
  if (found.kind === 'none') throw new UserMistake(found.problem);
  return `${(await playWorld(reading.command, found.cloud)).join('\n')}\n`;
}

try {
  process.stdout.write(await main());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

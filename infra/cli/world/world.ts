import { DEFAULT_DATA } from '../dev/dev-command.ts';
import { readRunningCloud } from '../dev/folder/running-cloud-file.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import { playWorld } from './play-world.ts';
import { resetWorld } from './reset-world.ts';
import type { WorldCommand } from './world-command.ts';

/** Plays a colleague in the sandbox of a local cloud, prints what came of it; the exit code. */
export async function world(command: WorldCommand): Promise<number> {
  const { data, account, act } = command;
  const folder = data === null ? DEFAULT_DATA : userPath(data);
  if (act === 'reset') {
    process.stdout.write(`${resetWorld(folder, new Date()).join('\n')}\n`);
    return 0;
  }
  const found = readRunningCloud(folder);
  if (found.kind === 'none') throw new UserMistake(found.problem);
  process.stdout.write(`${(await playWorld({ account, act }, found.cloud)).join('\n')}\n`);
  return 0;
}

import { readFileSync } from 'node:fs';
import { readWorld } from '../../sandboxes/huawei/world/read-world.ts';
import type { World } from '../../sandboxes/huawei/world/world.ts';
import { sampleWorld } from '../sample/sample-world.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';

/** A world that can be started, and as its file holds it. */
export interface WorldFile {
  readonly world: World;
  readonly json: unknown;
}

/** Reads the world file a user has named. Throws {@link UserMistake} for what is wrong with it. */
export function readWorldFile(path: string): WorldFile {
  return checked(readJson(path), path);
}

/** The world of the sample quote of that moment (epoch milliseconds). */
export function sampleWorldFile(now: number): WorldFile {
  return checked(sampleWorld(now), 'the sample world');
}

function checked(json: unknown, name: string): WorldFile {
  const reading = readWorld(json);
  if (reading.kind === 'world') return { world: reading.world, json };
  throw new UserMistake(`${name}: ${reading.problem}`);
}

function readJson(path: string): unknown {
  const text = new TextDecoder().decode(readNamedFile(path, 'world'));
  try {
    return JSON.parse(text);
  } catch {
    throw new UserMistake(
      `The world file ${path} is not JSON; see infra/docs/local-cloud.md for its form.`,
    );
  }
}

/** Reads a file a user has named. Throws {@link UserMistake} where it is missing or unreadable. */
export function readNamedFile(path: string, what: string): Uint8Array {
  try {
    return readFileSync(userPath(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserMistake(
      missing
        ? `There is no ${what} file ${path}: check the path.`
        : `The ${what} file ${path} cannot be read: check that it is a file you may read.`,
    );
  }
}

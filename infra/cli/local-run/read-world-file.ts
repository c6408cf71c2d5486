import { readFileSync } from 'node:fs';
import { readWorld as readAlibaba } from '../../sandboxes/alibaba/world/read-world.ts';
import type { WorldReading } from '../../sandboxes/frame/world/read-world.ts';
import { readWorld as readHuawei } from '../../sandboxes/huawei/world/read-world.ts';
import type { SampleProvider } from '../sample/sample-provider.ts';
import { SAMPLES } from '../sample/samples.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import type { SandboxWorld } from './local-sandbox.ts';

/** A world that can be started, whose sandbox it is for, and as its file holds it. */
export interface WorldFile {
  readonly provider: SampleProvider;
  readonly world: SandboxWorld;
  readonly json: unknown;
}

const READERS: Readonly<Record<SampleProvider, (json: unknown) => WorldReading<SandboxWorld>>> = {
  huawei: readHuawei,
  alibaba: readAlibaba,
};

/**
 * Reads the world file a user has named: Alibaba Cloud's where it says so, else Huawei Cloud's. Throws
 * {@link UserMistake} for what is wrong with it.
 */
export function readWorldFile(path: string): WorldFile {
  return checked(readJson(path), path);
}

/** The world of a provider's sample quote of that moment (epoch milliseconds). */
export function sampleWorldFile(provider: SampleProvider, now: number): WorldFile {
  return checked(SAMPLES[provider].world(now), 'the sample world');
}

function providerOf(json: unknown): SampleProvider {
  const says = (json as { readonly provider?: unknown } | null)?.provider;
  return says === 'alibaba' ? says : 'huawei';
}

function checked(json: unknown, name: string): WorldFile {
  const provider = providerOf(json);
  const reading = READERS[provider](json);
  if (reading.kind === 'world') return { provider, world: reading.world, json };
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

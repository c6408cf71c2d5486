import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { z } from 'zod';

import type { WorldReading } from '../world/read-world.ts';
import type { Happening } from './happening.ts';

const headSchema = z.strictObject({ version: z.literal(1), start: z.number(), world: z.unknown() });

/** How a sandbox began, and everything that has changed it since. */
export interface History<World, Api extends string> {
  readonly world: World;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly happenings: readonly Happening<Api>[];
}

/** How a provider's world and what happens in it are read. */
export interface HistoryReader<World, Api extends string> {
  readonly readWorld: (json: unknown) => WorldReading<World>;
  readonly happening: z.ZodType<Happening<Api>>;
}

/** Begins a history in a new file, whole or not at all. `world` as its file holds it. */
export function beginHistory(path: string, world: unknown, start: number): void {
  const head = JSON.stringify({ version: 1, start, world });
  writeFileAtomic(path, `${head}\n`, { mode: 0o600 });
}

/** Whether there is a history at the path. */
export function hasHistory(path: string): boolean {
  return existsSync(path);
}

/**
 * Reads a history. A last line that is not whole was never answered for and does not count. Throws
 * a plain sentence where a line cannot be read.
 */
export function readHistory<World, Api extends string>(
  path: string,
  { readWorld, happening }: HistoryReader<World, Api>,
): History<World, Api> {
  const text = readFileSync(path, 'utf8');
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  lines.pop();
  const parse = <T>(schema: z.ZodType<T>, line: string, index: number): T => {
    try {
      return schema.parse(JSON.parse(line));
    } catch {
      throw new Error(`${path}: line ${index + 1} cannot be read.`);
    }
  };
  const { start, world } = parse(headSchema, lines[0] ?? '', 0);
  const reading = readWorld(world);
  if (reading.kind === 'unreadable') throw new Error(`${path}: ${reading.problem}`);
  const happenings = lines.slice(1).map((line, index) => parse(happening, line, index + 1));
  return { world: reading.world, start, happenings };
}

/** Adds to a history. */
export interface HistoryWriter<Api extends string> {
  /** Adds a line, in the file when this returns. Throws from the first failure on, every time. */
  readonly note: (happening: Happening<Api>) => void;
  readonly close: () => void;
}

/** Opens a history for adding; a last line that is not whole goes. One process at a time. */
export function openHistoryWriter<Api extends string>(path: string): HistoryWriter<Api> {
  const bytes = readFileSync(path);
  truncateSync(path, bytes.lastIndexOf('\n') + 1);
  const file = openSync(path, 'a');
  let failed: Error | null = null;
  return {
    note: (happening) => {
      if (failed !== null) throw failed;
      const line = Buffer.from(`${JSON.stringify(happening)}\n`);
      try {
        if (writeSync(file, line) !== line.length) throw new Error('the disk is full');
      } catch (error) {
        failed = new Error(`${path} cannot be written: ${(error as Error).message}`);
        throw failed;
      }
    },
    close: () => {
      closeSync(file);
    },
  };
}

import { type History, readHistory as readHistoryBy } from '../frame/history/history.ts';
import { happeningSchemaOf } from '../frame/history/happening.ts';
import { API_NAMES, type ApiName } from './api.ts';
import { readWorld } from './world/read-world.ts';
import type { World } from './world/world.ts';

/** How this provider's world and what happens in it are read. */
export const reader = { readWorld, happening: happeningSchemaOf(API_NAMES) };

/** Reads a sandbox's history. Throws a plain sentence where a line cannot be read. */
export function readHistory(path: string): History<World, ApiName> {
  return readHistoryBy(path, reader);
}

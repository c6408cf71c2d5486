import { readWorld as readWorldBy, type WorldReading } from '../../frame/world/read-world.ts';
import { type World, worldSchema } from './world.ts';

/** Checks what a world file holds. Names the first field that is wrong, and the fix. */
export function readWorld(json: unknown): WorldReading<World> {
  return readWorldBy(worldSchema, json);
}

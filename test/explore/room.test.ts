import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Script } from './chooser.ts';
import type { Play } from './play.ts';
import { Room } from './room.ts';

const DIES = 'the worker dies before a price call';
const SECOND = 'a second worker with a fast clock takes the chunk';
const PLAY: Play = { rows: 2, again: false, ownUser: true, months: 1, only: [DIES, SECOND] };

/** Every script of a step with two mishaps at most. */
async function scriptsOf(room: Room): Promise<Script[]> {
  const scripts: Script[] = [[]];
  for (const script of scripts) {
    const openings = script.length < 2 ? await room.copy().step(script) : [];
    for (const { point, options } of openings) {
      for (let option = 0; option < options; option += 1) {
        scripts.push([...script, { point, option }]);
      }
    }
  }
  return scripts;
}

test('a step is over only once nothing of it goes on, also of a worker that died in it', async () => {
  const room = new Room(PLAY);
  await room.step([]);
  const both: string[] = [];
  for (const script of await scriptsOf(room)) {
    const end = room.copy();
    await end.step(script);
    const state = await end.state();
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();

    expect(await end.state()).toBe(state);
    if (end.teller.fallen.length === 2) both.push(end.teller.fallen.join(', then '));
  }
  expect(both).toContain(`${DIES}, then ${SECOND}`);
});

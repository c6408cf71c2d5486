import { expect, test } from 'vitest';
import { chaosRun } from '../support/chaos-run.ts';

/** More of them for a hunt: CHAOS_RUNS=2000 CHAOS_FROM=5000. */
const RUNS = Number(process.env['CHAOS_RUNS'] ?? 60);
const FROM = Number(process.env['CHAOS_FROM'] ?? 1);
const AT_ONCE = 4;

test(`whatever goes wrong, every job ends and its books are right (seeds ${FROM} to ${FROM + RUNS - 1})`, async () => {
  const failures: string[] = [];
  const endings = new Map<string, number>();
  let seed = FROM;
  const work = async (): Promise<void> => {
    while (seed < FROM + RUNS) {
      const mine = seed;
      seed += 1;
      const end = await chaosRun(mine).catch((error: unknown) => ({
        status: 'failed',
        wrong: [String(error)],
        told: `seed ${mine}`,
      }));
      endings.set(end.status, (endings.get(end.status) ?? 0) + 1);
      if (end.wrong.length > 0) failures.push(`${end.told}: ${end.wrong.join('; ')}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  process.stdout.write(`chaos: ${[...endings].map(([word, n]) => `${n} ${word}`).join(', ')}\n`);
  expect(failures).toEqual([]);
}, 600_000);

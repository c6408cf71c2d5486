import { KINDS } from './second-reading.ts';
import { seededRun } from './seeded-run.ts';

/**
 * Random runs with one kind of the second reading at a time, on and on whatever goes wrong, for a
 * picture of what the engine survives: `npx tsx test/soak/each-kind.ts 200 1 repeated hangs` makes
 * 200 runs from seed 1 with each of the named kinds, or with every one.
 */
const [count = '50', first = '1', ...named] = process.argv.slice(2);
const kinds = named.length === 0 ? Object.keys(KINDS) : named;

/** A violation without its ids and figures, to be counted. */
function sort(violation: string): string {
  return violation
    .split('\n')[0]!
    .replace(/^job \w+ \([^)]*\)+: /u, '')
    .replaceAll(/CS\w+/gu, 'ORDER')
    .replaceAll(/\b[rx]\d\b/gu, 'ROW')
    .replaceAll(/\d[\d.]*/gu, 'N');
}

for (const kind of kinds) {
  const began = Date.now();
  const sorts = new Map<string, number[]>();
  let failed = 0;
  for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
    const { wrong } = await seededRun(seed, kind === 'none' ? [] : [kind]);
    if (wrong.length > 0) failed += 1;
    for (const one of new Set(wrong.map(sort))) sorts.set(one, [...(sorts.get(one) ?? []), seed]);
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stdout.write(`${kind}: ${failed} of ${count} runs fail (${seconds} s)\n`);
  for (const [violation, seeds] of [...sorts].toSorted((a, b) => b[1].length - a[1].length)) {
    process.stdout.write(
      `  ${seeds.length} x ${violation}, seeds ${seeds.slice(0, 5).join(' ')}\n`,
    );
  }
}

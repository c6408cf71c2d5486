import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MEMORY, MOST_NEEDED } from '../../infra/constructs/functions/memory.ts';
import { Synthesized } from './synthesized.ts';

const page = readFileSync(
  new URL('../../infra/docs/platform-engineer.md', import.meta.url),
  'utf8',
);

test.each(Object.entries(MEMORY))(
  '%s needs less than its share of its memory for the largest file',
  (_, { has, peak }) => {
    expect(peak).toBeGreaterThan(0);
    expect(peak / has).toBeLessThan(MOST_NEEDED);
  },
);

test('the deployed functions have what the table says', () => {
  const deployed = new Synthesized()
    .all('AWS::Lambda::Function')
    .map(([id, { Properties }]) => [
      id.replace(/^Workers(.*)Function.*$/u, '$1').toLowerCase(),
      Properties['MemorySize'],
    ]);

  expect(Object.fromEntries(deployed)).toEqual(
    Object.fromEntries(
      Object.entries(MEMORY).map(([name, { has }]) => [name.replace('-', ''), has]),
    ),
  );
});

test('the manual says what each function has and needs', () => {
  const lines = page.split('\n').map((line) => line.replaceAll(/ +/gu, ' '));

  for (const [name, { has, peak }] of Object.entries(MEMORY)) {
    const share = Math.round((100 * peak) / has);
    expect(lines).toContain(`| \`${name}\` | ${has} MB | ${peak} MB | ${share} % |`);
  }
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readWorldFile, sampleWorldFile } from '../../../../infra/cli/local-run/read-world-file.ts';
import { UserMistake } from '../../../../infra/cli/terminal/user-mistake.ts';

const folder = mkdtempSync(join(tmpdir(), 'renewsheet-world-'));
const KEYS = { accessKey: 'AK', secretKey: 'SK' };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(world: unknown): string {
  const path = join(folder, 'world.json');
  writeFileSync(path, JSON.stringify(world));
  return path;
}

test('a world is of the provider that it names, and of the first one where it names none', () => {
  expect(readWorldFile(file({ ...KEYS, resources: [] })).provider).toBe('huawei');
  expect(readWorldFile(file({ ...KEYS, provider: 'alibaba', currency: 'CNY' }))).toMatchObject({
    provider: 'alibaba',
    world: { ...KEYS, currency: 'CNY' },
  });
});

test.each([
  [{ ...KEYS, resources: [], provider: 'aws' }, 'has no field "provider"'],
  [{ ...KEYS, provider: 'alibaba', instances: 3 }, 'instances cannot be used'],
  [null, 'the world'],
])('what is wrong with %j is told in one sentence', (world, problem) => {
  expect(() => readWorldFile(file(world))).toThrow(UserMistake);
  expect(() => readWorldFile(file(world))).toThrow(problem);
});

test.each(['huawei', 'alibaba'] as const)('the sample world of %s can be started', (provider) => {
  expect(sampleWorldFile(provider, Date.parse('2028-02-29T12:00:00Z')).provider).toBe(provider);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/constructs/code/bundle-functions.ts';
import { functionEntries } from '../../infra/constructs/code/function-names.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
/** What can make an order, pay one or end one, and the parts of the engine that ask for it. */
const SPENDING =
  /(?:operations\/(?:renew|purchase|pay|cancel)|renewal-call|providers\/(?:\w+\/)?open-(?!rows|desk)\w+|open-engine)\.ts$|engine\/(?:call|drive|run-chunk)\.ts$/u;

/** The calls of both providers that only look. */
const LOOKING =
  'query price balance instances domain domains order taskDetails priceEcs priceRds priceDds'.split(
    ' ',
  );

function sourcesOf(name: string): readonly string[] {
  const map = readFileSync(join(folder, name, 'index.mjs.map'), 'utf8');
  return (JSON.parse(map) as { sources: string[] }).sources;
}

/** The calls of the provider that a bundle makes. */
function calls(name: string): readonly string[] {
  const bundle = readFileSync(join(folder, name, 'index.mjs'), 'utf8');
  return [...bundle.matchAll(/\bapi:"(\w+)"/gu)].map(([, api]) => api ?? '');
}

beforeAll(async () => {
  const entries = functionEntries();
  const both = { 'check-quote': entries['check-quote'], 'renew-chunk': entries['renew-chunk'] };
  await bundleFunctions(both, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the function of the dry run has no code that could order, pay or cancel', () => {
  const sources = sourcesOf('check-quote');

  expect(sources.some((source) => source.endsWith('operations/renewal-prices.ts'))).toBe(true);
  expect(sources.filter((source) => SPENDING.test(source))).toEqual([]);
});

test('the one that pays has all of it, or the test above would prove nothing', () => {
  expect(sourcesOf('renew-chunk').filter((source) => SPENDING.test(source))).toHaveLength(13);
});

test('no call that orders, pays or cancels is in its bundle', () => {
  expect(calls('renew-chunk')).toEqual(expect.arrayContaining(['renew', 'pay', 'cancel']));
  expect(new Set(calls('check-quote'))).toEqual(new Set(LOOKING));
});

import { expect, test } from 'vitest';
import { findByPart } from '../../../../infra/cloud/template/find-by-part.ts';

const ids = ['Chunks0A1B2C3D', 'ChunksDead4E5F6A7B', 'Finish00112233'];

test.each([
  ['Finish', 'Finish00112233'],
  ['Fin', 'Finish00112233'],
  ['Chunks', 'Chunks0A1B2C3D'],
  ['ChunksD', 'ChunksDead4E5F6A7B'],
  ['Dead', 'ChunksDead4E5F6A7B'],
  ['Chunks0A1B2C3D', 'Chunks0A1B2C3D'],
])('%s is %s', (wanted, expected) => {
  expect(findByPart(ids, wanted)).toBe(expected);
});

test('names the candidates of an ambiguous part', () => {
  expect(() => findByPart(ids, 'Chunk')).toThrow('2 of: Chunks0A1B2C3D, ChunksDead4E5F6A7B');
});

test('names what there is when nothing fits', () => {
  expect(() => findByPart(ids, 'Tick')).toThrow(/0 of: .*Finish/u);
});

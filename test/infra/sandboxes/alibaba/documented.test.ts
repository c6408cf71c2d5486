import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { ACT_INPUTS } from '../../../../infra/sandboxes/alibaba/acts/act-inputs.ts';
import { API_NAMES } from '../../../../infra/sandboxes/alibaba/api.ts';
import { behaviourSchema } from '../../../../infra/sandboxes/alibaba/world/behaviour.ts';
import { readWorld } from '../../../../infra/sandboxes/alibaba/world/read-world.ts';
import {
  domainSchema,
  instanceSchema,
} from '../../../../infra/sandboxes/alibaba/world/world-item.ts';
import { worldSchema } from '../../../../infra/sandboxes/alibaba/world/world.ts';

const page = readFileSync('infra/docs/alibaba-sandbox.md', 'utf8');

test('every switch, act and field of a world is in the manual, and every API by its name', () => {
  const names = [
    ...Object.keys(behaviourSchema.shape),
    ...Object.keys(ACT_INPUTS),
    ...Object.keys(worldSchema.shape).filter(
      (name) => !['instances', 'domains', 'behaviour', 'faults'].includes(name),
    ),
    ...Object.keys(instanceSchema.shape),
    ...Object.keys(domainSchema.shape),
  ];
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(API_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(page))).toEqual([]);
});

test('the world of the manual can be read', () => {
  const [, json = ''] = /```json\n(\{[\s\S]*?)```/u.exec(page) ?? [];
  expect(readWorld(JSON.parse(json))).toMatchObject({ kind: 'world' });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { ACT_INPUTS } from '../../../../infra/sandboxes/huawei/acts/act-inputs.ts';
import { behaviourSchema } from '../../../../infra/sandboxes/huawei/world/behaviour.ts';
import { resourceSchema } from '../../../../infra/sandboxes/huawei/world/world-resource.ts';

test('every switch, act and field of a resource is in the manual', () => {
  const page = readFileSync('infra/docs/local-cloud.md', 'utf8');
  const names = [
    ...Object.keys(behaviourSchema.shape),
    ...Object.keys(ACT_INPUTS),
    ...Object.keys(resourceSchema.shape),
  ];
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

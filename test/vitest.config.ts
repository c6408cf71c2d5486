import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** What looks at the synthesized stack, whose library takes longer to load than these tests to run. */
const STACK =
  'test/infra/{alarms,alarms-fed,cost-page,execution-policy,check-quote-role,nag,notices,roles,storage,template,memory,overview,people}.test.ts';

/**
 * What leaves nothing behind in its process, so that what it imports is loaded once for all of it. Not
 * what replaces modules, or the methods of AWS's own clients.
 */
const TOGETHER = [
  'test/shared/!(aws|check)/**/*.test.ts',
  'test/{functions,infra/sandboxes,infra/cli,infra/cloud}/**/*.test.ts',
  'test/flows/!(careless-engines).test.ts',
  'test/flows/purchases/*.test.ts',
];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // By default one core is left idle. One more than there are: the flows through the embedded cloud wait.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, STACK, ...TOGETHER],
        },
      },
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      { extends: true, test: { name: 'stack', include: [STACK], isolate: false } },
    ],
  },
});

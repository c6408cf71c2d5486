import { configDefaults, defineConfig } from 'vitest/config';

/** What looks at the synthesized stack, whose library takes longer to load than these tests to run. */
const STACK =
  'test/infra/{alarms,alarms-fed,check-quote-role,nag,notices,roles,storage,template,memory,overview,people}.test.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // By default one core is left idle: on two cores that doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, STACK],
        },
      },
      { extends: true, test: { name: 'stack', include: [STACK], isolate: false } },
    ],
  },
});

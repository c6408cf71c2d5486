import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** As much of the cache as `@aws-sdk/endpoint-cache` calls. */
const CACHE = `module.exports = class extends Map {
  constructor() { super(); }
  peek(key) { return this.get(key); }
};`;

/**
 * Leaves out of a bundle what the AWS SDK brings along for other programs: the whole package.json of
 * each client, of which only the version is read; in a client without operations that stream events
 * (all but S3's) the code for such streams, which it would only load for one; and DynamoDB's bounded
 * cache of discovered endpoints: nothing is discovered unless asked for, and then it is one a key.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ },
      async (file) => {
        const { version } = JSON.parse(await readFile(file.path, 'utf8')) as { version: string };
        return { contents: JSON.stringify({ version }), loader: 'json' };
      },
    );
    build.onLoad({ filter: /[\\/]mnemonist[\\/]lru-cache\.js$/ }, () => ({ contents: CACHE }));
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

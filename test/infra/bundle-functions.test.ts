import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { functionEntries } from '../../infra/constructs/code/function-names.ts';
import { projectFolder } from '../../infra/constructs/code/project-folder.ts';
import { bundleFunctions } from '../../infra/constructs/code/bundle-functions.ts';
import { settledAccountsText } from '../../shared/settings/settled-accounts.ts';
import { accountsNamed } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const probe = fileURLToPath(new URL('probe/handler.ts', import.meta.url));

beforeAll(async () => {
  await bundleFunctions({ probe }, folder);
  writeFileSync(
    join(folder, 'probe/accounts.json'),
    settledAccountsText(accountsNamed('first', 'second')),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a line in a fresh process that sees the bundle as `bundle`, and nothing of this one's environment. */
function runIn(name: string, line: string, environment: Record<string, string> = {}): unknown {
  const bundle = pathToFileURL(join(folder, name, 'index.mjs')).href;
  const code = `const bundle = await import(${JSON.stringify(bundle)});\n${line}`;
  const output = execFileSync(
    process.execPath,
    ['--enable-source-maps', '--input-type=module', '--eval', code],
    { env: environment, encoding: 'utf8' },
  );
  return JSON.parse(output);
}

const tell = 'console.log(JSON.stringify(await bundle.handler()));';
const tellError =
  'await bundle.handler().catch((error) => console.log(JSON.stringify(error.message)));';

describe('a bundle', () => {
  test('is a module and its source map', async () => {
    await bundleFunctions({ alone: probe }, folder);

    expect(readdirSync(join(folder, 'alone')).toSorted()).toEqual(['index.mjs', 'index.mjs.map']);
  });

  test('finds what lies beside it, and its credentials in the environment', () => {
    const environment = {
      AWS_ACCESS_KEY_ID: 'AKIA-TEST',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SESSION_TOKEN: 'token',
    };

    expect(runIn('probe', tell, environment)).toMatchObject({
      accounts: ['first', 'second'],
      accessKeyId: 'AKIA-TEST',
      sessionToken: 'token',
    });
  });

  test('says which variables are missing when it has no credentials', () => {
    expect(runIn('probe', tellError)).toBe(
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set.',
    );
  });

  test('carries nothing of the ways to log in that Lambda never uses', () => {
    const code = readFileSync(join(folder, 'probe/index.mjs'), 'utf8');
    const marks = ['AWS_WEB_IDENTITY_TOKEN_FILE', 'sso_start_url', '169.254.170.2'];

    expect(marks.filter((mark) => code.includes(mark))).toEqual([]);
  });

  test('shows the lines of the sources in a stack trace, and has no source in it', () => {
    const line =
      'try { bundle.fail(); } catch (error) { console.log(JSON.stringify(error.stack)); }';
    const map = readFileSync(join(folder, 'probe/index.mjs.map'), 'utf8');

    expect(runIn('probe', line)).toMatch(/test[\\/]infra[\\/]probe[\\/]handler\.ts:20:9/u);
    expect(map).not.toContain('sourcesContent');
  });

  test('is the same wherever it is written to, and whatever is bundled with it', async () => {
    const renewChunk = functionEntries()['renew-chunk'];
    await bundleFunctions({ probe, another: renewChunk }, join(folder, 'deeper/down'));

    for (const file of ['index.mjs', 'index.mjs.map']) {
      expect(readFileSync(join(folder, 'deeper/down/probe', file))).toEqual(
        readFileSync(join(folder, 'probe', file)),
      );
    }
  });

  test('has of a client of the SDK its version, and nothing else of its package.json', () => {
    const code = readFileSync(join(folder, 'probe/index.mjs'), 'utf8');

    expect(code).toMatch(/\{version:"3\.\d+\.\d+"\}/u);
    expect(code).not.toContain('devDependencies');
  });
});

test('a bundling that is given up ends at once and writes nothing', async () => {
  const none = join(folder, 'given-up');
  const giving = new AbortController();
  const bundling = bundleFunctions({ probe }, none, giving.signal);
  giving.abort();

  await expect(bundling).rejects.toThrow();
  await expect(bundleFunctions({ probe }, none, giving.signal)).rejects.toThrow('aborted');
  expect(existsSync(none)).toBe(false);
});

test('what the SDK keeps of discovered endpoints is kept without the library that it brings', async () => {
  const entry = join(folder, 'endpoints.mjs');
  const cache = join(
    projectFolder,
    'node_modules/@aws-sdk/endpoint-cache/dist-es/EndpointCache.js',
  );
  writeFileSync(
    entry,
    `import { EndpointCache } from ${JSON.stringify(cache)};
    export const handler = async () => {
      const cache = new EndpointCache(10);
      cache.set('a', [{ Address: 'one.example.com', CachePeriodInMinutes: 1 }]);
      return [cache.getEndpoint('a'), cache.getEndpoint('b') ?? 'none'].join();
    };`,
  );

  await bundleFunctions({ discovering: entry }, folder);

  expect(runIn('discovering', tell)).toBe('one.example.com,none');
  expect(readFileSync(join(folder, 'discovering/index.mjs.map'), 'utf8')).not.toContain(
    'obliterator',
  );
});

describe('a library that asks for modules of Node.js by require', () => {
  test('gets them', async () => {
    const entry = join(folder, 'entry.cjs');
    writeFileSync(
      entry,
      "exports.handler = async () => require('node:path').posix.join('a', 'b');",
    );

    await bundleFunctions({ asking: entry }, folder);

    expect(runIn('asking', tell.replace('bundle.handler', 'bundle.default.handler'))).toBe('a/b');
  });
});

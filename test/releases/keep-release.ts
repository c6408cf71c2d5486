import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { synthesize } from '../../infra/cli/local-run/synthesize.ts';
import { bundleFunctions } from '../../infra/constructs/code/bundle-functions.ts';
import { functionEntries } from '../../infra/constructs/code/function-names.ts';
import { readAccounts } from '../../shared/settings/accounts.ts';
import { RELEASE_ACCOUNTS, RELEASE_TIMERS } from './release-accounts.ts';

// `npx tsx test/releases/keep-release.ts FILE`, in a checkout of the release that is to be kept.
// Writes its template and its bundles, as a deployment takes them, into FILE. The same sources and
// the same versions of libraries give the same bytes.

const reading = readAccounts(RELEASE_ACCOUNTS, { keys: 'ignored' });
if (reading.kind === 'unreadable') throw new Error(reading.problem);
const bundles = mkdtempSync(join(tmpdir(), 'kept-release-'));
await bundleFunctions(functionEntries(), bundles);
const { directory } = synthesize(reading.accounts, bundles, RELEASE_TIMERS);
/** What describes an assembly to people and tools, and is not deployed. */
const BESIDES = /\.map$|^tree\.json$|\.metadata\.json$/u;
const files = filesIn(directory).filter((file) => !BESIDES.test(file));
const kept = Object.fromEntries(
  files.toSorted().map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
);
writeFileSync(process.argv[2]!, packed(JSON.stringify(kept)));
rmSync(bundles, { recursive: true });
rmSync(directory, { recursive: true });

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(folder, file));
}

/** What the bundles have in common lies far apart: the window must hold all of them. */
function packed(text: string): Buffer {
  const bytes = Buffer.from(text);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

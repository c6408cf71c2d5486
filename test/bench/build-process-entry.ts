import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** CommonJS inside a module needs it. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Builds what a measured process runs; read as TypeScript it would be measured with it. */
export function buildProcessEntry(folder: string, source: URL): string {
  const path = fileURLToPath(source);
  const outfile = join(folder, basename(path).replace(/\.ts$/u, '.mjs'));
  const banner = { js: REQUIRE };
  buildSync({
    entryPoints: [path],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner,
  });
  return outfile;
}

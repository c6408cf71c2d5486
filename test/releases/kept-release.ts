import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Assembly } from '../../infra/cloud/template/synthesized-stack.ts';

const SAMPLES = new URL('../samples/releases/', import.meta.url).pathname;
const ENDING = '.json.br';

const filesSchema = z.record(z.string(), z.string());
const accountsSchema = z.array(z.looseObject({ name: z.string() }));

/** The releases of which template and bundles are kept. */
export function keptReleases(): string[] {
  return readdirSync(SAMPLES)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
}

/**
 * Unpacks a kept release into a new folder, which the caller removes. Its accounts are asked at these
 * addresses, by their names; all else is as it was built.
 */
export function unpackRelease(name: string, endpoints: ReadonlyMap<string, string>): Assembly {
  const packed = readFileSync(join(SAMPLES, name + ENDING));
  const files = filesSchema.parse(JSON.parse(brotliDecompressSync(packed).toString()));
  const directory = mkdtempSync(join(tmpdir(), 'release-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    const own = file.endsWith('/accounts.json') ? asked(text, endpoints) : text;
    writeFileSync(join(directory, file), own);
  }
  return { directory };
}

function asked(text: string, endpoints: ReadonlyMap<string, string>): string {
  const accounts = accountsSchema.parse(JSON.parse(text));
  return JSON.stringify(
    accounts.map((account) => ({ ...account, endpoint: endpoints.get(account.name)! })),
  );
}

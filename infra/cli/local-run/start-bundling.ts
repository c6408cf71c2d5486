import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop } from 'esbuild';
import { bundleFunctions } from '../../constructs/code/bundle-functions.ts';
import { functionEntries } from '../../constructs/code/function-names.ts';

/** The functions being bundled, in a process of its own, while other things are made ready. */
export interface Bundling {
  /** The folder of the bundles, once they are finished. */
  readonly folder: Promise<string>;
  /** Removes the folder, and gives up what is not finished. */
  readonly end: () => Promise<void>;
}

/** Starts to bundle all functions into a new temporary folder. */
export function startBundling(): Bundling {
  const made = mkdtempSync(join(tmpdir(), 'renewsheet-bundles-'));
  const givenUp = new AbortController();
  const folder = bundleFunctions(functionEntries(), made, givenUp.signal).then(() => made);
  // Whoever waits for the folder hears of it; nobody does when the run ends before.
  folder.catch(() => undefined);
  return {
    folder,
    end: async () => {
      // Stopped in the middle of its work, esbuild may print where each of its threads stood.
      givenUp.abort();
      await folder.catch(() => undefined);
      await stop();
      rmSync(made, { recursive: true, force: true });
    },
  };
}

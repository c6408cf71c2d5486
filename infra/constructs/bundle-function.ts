import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type BuildOptions, type Metafile } from 'esbuild';
import type { Account } from '../../shared/domain/account.ts';
import { accountsText } from '../../shared/messages/accounts.ts';

/** The checkout's top folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** CommonJS libraries inside an ES module still ask for Node's own modules by `require`. */
const REQUIRE =
  "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);";

/** What goes into one function's bundle. */
export interface FunctionBundle {
  /** The file that exports `handler`. */
  readonly entry: string;
  /** Their settings, never their keys, are written beside the code as `accounts.json`. */
  readonly accounts: readonly Account[];
}

function options(entry: string): BuildOptions & { write: false; metafile: true } {
  return {
    entryPoints: [entry],
    absWorkingDir: projectFolder,
    // Never written there: paths inside the source map are relative to it, so that the same
    // sources give the same bundle, wherever its output folder is.
    outfile: join(projectFolder, 'index.mjs'),
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    // In Lambda the role's credentials always come from the environment. The SDK's own provider
    // also carries SSO, profiles and login: more than a third of a bundle with three clients
    // (374 against 238 KB), and of its start.
    alias: {
      '@aws-sdk/credential-provider-node': join(
        projectFolder,
        'shared/runtime/lambda-credentials.ts',
      ),
    },
  };
}

function requires({ outputs }: Metafile): boolean {
  return Object.values(outputs).some(({ imports }) =>
    imports.some(({ kind }) => kind === 'require-call'),
  );
}

/**
 * Writes `index.mjs`, its source map and `accounts.json` into `outputFolder`. Needs neither Docker
 * nor a shell, so it works alike on every system. Throws esbuild's error when the code does not
 * bundle; its messages are on the error stream by then.
 */
export function bundleFunction(bundle: FunctionBundle, outputFolder: string): void {
  const plain = options(bundle.entry);
  const first = buildSync(plain);
  const built = requires(first.metafile) ? buildSync({ ...plain, banner: { js: REQUIRE } }) : first;
  mkdirSync(outputFolder, { recursive: true });
  for (const { path, contents } of built.outputFiles) {
    writeFileSync(join(outputFolder, basename(path)), contents);
  }
  writeFileSync(join(outputFolder, 'accounts.json'), accountsText(bundle.accounts));
}

import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, context, type OutputFile } from 'esbuild';
import { leanSdk } from './lean-sdk.ts';
import { projectFolder } from './project-folder.ts';

/** CommonJS libraries inside an ES module still ask for Node's own modules by `require`. */
const REQUIRE =
  "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);";

function options(entries: Readonly<Record<string, string>>): BuildOptions & { write: false } {
  return {
    entryPoints: { ...entries },
    absWorkingDir: projectFolder,
    // Never written there: paths inside the source map are relative to it, so that the same
    // sources give the same bundle, wherever its output folder is.
    outdir: projectFolder,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: REQUIRE },
    sourcemap: 'external',
    sourcesContent: false,
    // The error that is thrown says it all; a build that is given up says nothing.
    logLevel: 'silent',
    plugins: [leanSdk],
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

/** The comment by which Node finds the map, whatever the bundle was called while it was built. */
const MAP_COMMENT = '//# sourceMappingURL=index.mjs.map\n';

async function write({ path, contents }: OutputFile, outputFolder: string): Promise<void> {
  const [, name = '', map] = /^(.+)\.js(\.map)?$/u.exec(basename(path)) ?? [];
  const folder = join(outputFolder, name);
  await mkdir(folder, { recursive: true });
  if (map === undefined) {
    await writeFile(join(folder, 'index.mjs'), [contents, MAP_COMMENT]);
  } else {
    await writeFile(join(folder, 'index.mjs.map'), contents);
  }
}

/**
 * Writes `<name>/index.mjs` and its source map into `outputFolder` for each entry, the file that
 * exports `handler`. All of them in one go, so that what they share is read once. Needs neither
 * Docker nor a shell, so it works alike on every system. Rejects with esbuild's error when the code
 * does not bundle, its message names files and lines, or when `givenUp` says so.
 */
export async function bundleFunctions(
  entries: Readonly<Record<string, string>>,
  outputFolder: string,
  givenUp?: AbortSignal,
): Promise<void> {
  const bundling = await context(options(entries));
  const giveUp = (): void => void bundling.cancel();
  try {
    givenUp?.addEventListener('abort', giveUp);
    givenUp?.throwIfAborted();
    const { outputFiles } = await bundling.rebuild();
    await Promise.all(
      outputFiles.map(async (file) => {
        await write(file, outputFolder);
      }),
    );
  } finally {
    givenUp?.removeEventListener('abort', giveUp);
    await bundling.dispose();
  }
}

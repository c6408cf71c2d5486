import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSpec } from '../../infra/cloud/functions/function-instance.ts';
import { median } from './figures.ts';
import type { FunctionRecords } from './function-records.ts';

/** What is known of a function's bundle. */
export interface FunctionFigures {
  /** As in the code: renew-chunk, intake and so on. */
  readonly name: string;
  readonly functionName: string;
  readonly bundleBytes: number;
  /** The workbook libraries in it. */
  readonly workbookLibraries: readonly string[];
  /** The median of some fresh processes. */
  readonly importMs: number;
  /** As deployed, in MB. */
  readonly memorySize: number;
}

const WORKBOOK_LIBRARIES = ['exceljs', 'hucre'];

/** Looks at the bundles and imports each so many times, every time in a fresh process. */
export async function functionFigures(
  records: FunctionRecords,
  imports: number,
  onProgress: (done: number, of: number) => void,
): Promise<FunctionFigures[]> {
  const specs = [...records.specs.values()];
  const figures: FunctionFigures[] = [];
  let done = 0;
  for (const spec of specs) {
    const times: number[] = [];
    for (let round = 0; round < imports; round += 1) {
      times.push(await records.importOnce(spec));
      done += 1;
      onProgress(done, specs.length * imports);
    }
    figures.push({ ...describeBundle(spec), importMs: median(times) });
  }
  return figures;
}

function describeBundle(spec: FunctionSpec): Omit<FunctionFigures, 'importMs'> {
  const { functionName, directory, memorySize } = spec;
  const bundle = join(directory, 'index.mjs');
  const { sources } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as { sources: string[] };
  return {
    functionName,
    memorySize,
    name: nameOf(functionName),
    bundleBytes: statSync(bundle).size,
    workbookLibraries: WORKBOOK_LIBRARIES.filter((library) =>
      sources.some((source) => source.includes(`node_modules/${library}/`)),
    ),
  };
}

/** "renewsheet-local-WorkersRenewChunkFunction15CEB0BA" is renew-chunk, "renewsheet-local-operate" is operate. */
function nameOf(functionName: string): string {
  const [, words = functionName.replace(/^.*-/u, '')] =
    /Workers(.+)Function/u.exec(functionName) ?? [];
  return words.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '-').toLowerCase();
}

import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** One import statement. Paths are from the checkout's top folder, with forward slashes. */
export interface Import {
  readonly from: string;
  /** A file of ours, or a package with whatever path follows its name. */
  readonly to: string;
  readonly ours: boolean;
  /** It leaves nothing behind in the running code. */
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?[^'";]*?\bfrom\s+'([^']+)'/gmu;
const BARE = /^import\s+'([^']+)'/gmu;
const DYNAMIC = /\bimport\(\s*'([^']+)'/gu;

/** All TypeScript files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(posix.join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?ts$/u.test(entry.name))
    .map(({ parentPath, name }) =>
      relative(PROJECT, posix.join(parentPath, name)).replaceAll(sep, '/'),
    );
}

/** What a file imports, its types too. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(posix.join(PROJECT, file), 'utf8');
  const found = [
    ...[...text.matchAll(STATEMENT)].map(([, type, to]) => [to!, type !== undefined] as const),
    ...[...text.matchAll(BARE), ...text.matchAll(DYNAMIC)].map(([, to]) => [to!, false] as const),
  ];
  return found.map(([to, typeOnly]) => {
    const ours = to.startsWith('.');
    const path = ours ? posix.join(posix.dirname(file), to) : to;
    return { from: file, to: path, ours, typeOnly };
  });
}

/** The name of the package in an import of one. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

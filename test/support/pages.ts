import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { PROJECT } from './imports-of.ts';

/** One link of a page that leads within the repository. */
export interface PageLink {
  /** The page it stands on, from the top folder. */
  readonly page: string;
  /** As it is written. */
  readonly target: string;
  /** What it leads to, from the top folder. */
  readonly file: string;
  /** The heading there, without `#`; null: the file as a whole. */
  readonly anchor: string | null;
}

/** What is made or installed, and no page of ours. */
const NOT_OURS = new Set(['node_modules', '.git', 'cdk.out', 'coverage', 'out', '.renewsheet']);

/** Every markdown file of the repository, from the top folder, with forward slashes. */
export function allPages(folder = ''): string[] {
  return readdirSync(posix.join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return allPages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The text of a page or of any other file. */
export function textOf(path: string): string {
  return readFileSync(posix.join(PROJECT, path), 'utf8');
}

/** Whether there is such a file; a folder is none, for whoever follows a link wants to read. */
export function isFile(path: string): boolean {
  const whole = posix.join(PROJECT, path);
  return existsSync(whole) && statSync(whole).isFile();
}

/** Without the blocks of code, whose lines may look like headings and links. */
function prose(text: string): string {
  return text.replaceAll(/^ *(`{3,}|~{3,}).*\n[^]*?^ *\1 *$/gmu, '');
}

const LINK = /\[[^\]]*\]\(\s*<?([^()\s>]+)>?(?:\s+"[^"]*")?\s*\)/gu;
const REFERENCE = /^ {0,3}\[[^\]]+\]:\s+<?(\S+?)>?\s*$/gmu;

/** The links of a page that lead within the repository. */
export function linksOf(page: string): PageLink[] {
  const text = prose(textOf(page)).replaceAll(/`[^`\n]*`/gu, '');
  return [...text.matchAll(LINK), ...text.matchAll(REFERENCE)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z][a-z\d+.-]*:/iu.test(target))
    .map((target) => {
      const [path = '', anchor = null] = target.split('#');
      const file = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path));
      return { page, target, file, anchor };
    });
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const times = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading] of prose(textOf(page)).matchAll(/^ {0,3}#{1,6} +(.+?)(?: +#+)? *$/gmu)) {
    const plain = heading!
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const before = times.get(plain) ?? 0;
    times.set(plain, before + 1);
    anchors.add(before === 0 ? plain : `${plain}-${before}`);
  }
  return anchors;
}

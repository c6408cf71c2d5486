import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { PROJECT } from './imports-of.ts';

/** A reference in a comment or a document to one numbered heading of a page of the law. */
export interface Citation {
  /** `file:line` from the checkout's top folder. */
  readonly at: string;
  /** As it is written, on one line. */
  readonly text: string;
  /** `design`, `money rule`, `vocabulary`, or what is written before "section": `Huawei contract`; else empty. */
  readonly of: string;
  /** Such as 3 or 5.1. */
  readonly number: string;
}

/** Block comments, and runs of line comments: one that goes on over lines is one text. */
const COMMENT = /(?<=^|\s)(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*)/gu;
const LINE_START = /\n[ \t]*(?:\*(?!\/)|\/\/)?/gu;

const NUMBERS = String.raw`\d+(?:\.\d+)?(?:(?:,\s*(?:and\s+)?(?:of\s+)?(?:sections?\s+)?|\s+(?:and|to|or)\s+)\d+(?:\.\d+)?)*`;
const MONEY_RULE = String.raw`(?<rule>money)\s+rules?\s+`;
const SECTION = String.raw`(?:(?<page>design|vocabulary|(?:\w+\s+)?contract)(?:'s)?,?\s+)?sections?\s+`;
const DESIGN = String.raw`(?<design>design)(?:'s)?\s+`;
const CITATION = new RegExp(
  String.raw`\b(?:${MONEY_RULE}|${SECTION}|${DESIGN})(?<numbers>${NUMBERS})`,
  'giu',
);

/** All files below a folder whose names end so, but those that are installed or made. */
export function textsBelow(folder: string, ending: string): string[] {
  return readdirSync(posix.join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) =>
      relative(PROJECT, posix.join(parentPath, name)).replaceAll(sep, '/'),
    )
    .filter((file) => !/(?:^|\/)(?:node_modules|cdk\.out|out)\//u.test(file));
}

/** The citations in a file's comments, or in all of a document. */
export function citationsIn(file: string): Citation[] {
  const text = readFileSync(posix.join(PROJECT, file), 'utf8');
  return citationsOf(file, text);
}

/** The same of a text, as if it stood in that file. */
export function citationsOf(file: string, text: string): Citation[] {
  const parts = file.endsWith('.md')
    ? [{ start: 0, said: text }]
    : [...text.matchAll(COMMENT)].map(({ 0: said, index: start }) => ({ start, said }));
  return parts.flatMap(({ start, said }) =>
    // As long as before, so that places in it stay places in the file.
    [...said.replaceAll(LINE_START, (cut) => ' '.repeat(cut.length)).matchAll(CITATION)].flatMap(
      (match) => citationsFrom(match, `${file}:${lineOf(text, start + match.index)}`),
    ),
  );
}

function citationsFrom({ 0: written, groups = {} }: RegExpExecArray, at: string): Citation[] {
  const { rule, page, design, numbers = '' } = groups;
  const of = rule === undefined ? (design ?? page ?? '') : 'money rule';
  const text = written.replaceAll(/\s+/gu, ' ');
  return eachNumber(numbers).map((number) => ({
    at,
    text,
    of: of.replaceAll(/\s+/gu, ' '),
    number,
  }));
}

/** "4, 9 and 12" one by one, "1 to 6" with all that lie between. */
function eachNumber(numbers: string): string[] {
  return [...numbers.matchAll(/(\d+(?:\.\d+)?)(?:\s+to\s+(\d+))?/gu)].flatMap(([, from, to]) =>
    to === undefined
      ? [from!]
      : Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
          String(Number(from) + index),
        ),
  );
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The numbers of a document's headings: "## Rule 3: ..." and "### 5.1 ..." are 3 and 5.1. */
export function headingsOf(document: string): string[] {
  const text = readFileSync(posix.join(PROJECT, document), 'utf8');
  return [...text.matchAll(/^#{2,4} (?:Rule )?(\d+(?:\.\d+)?)(?=[.:\s])/gmu)].map(
    ([, number]) => number!,
  );
}

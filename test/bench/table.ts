import pc from 'picocolors';

/** What is aimed at, in words, and whether it was met; null: nothing to judge in this run. */
export interface Aim {
  readonly text: string;
  readonly met: boolean | null;
}

/** One line of the table: its label, a value for each column, and the aim. */
export interface Line {
  readonly label: string;
  readonly values: readonly string[];
  readonly aim?: Aim;
}

/** Lines under a heading with columns of their own. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

const LABEL = 40;
const CELL = 18;

/** The table as text for a terminal. */
export function tableText(sections: readonly Section[]): string {
  return sections.map(sectionText).join('\n');
}

function sectionText({ title, columns, lines }: Section): string {
  const head = pc.bold(row(title, columns, 'aim'));
  return [head, ...lines.map(lineText)].map((line) => `${line.trimEnd()}\n`).join('');
}

function lineText({ label, values, aim }: Line): string {
  if (aim === undefined) return row(label, values, '');
  if (aim.met === null) return row(label, values, aim.text);
  return row(label, values, `${aim.met ? pc.green('✓') : pc.red('✗')} ${aim.text}`);
}

function row(label: string, values: readonly string[], aim: string): string {
  return `${label.padEnd(LABEL)}${values.map((value) => value.padStart(CELL)).join('')}  ${aim}`;
}

/** "1,234" */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** "12.3 s" */
export function secondsText(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** "123 MB", of 1024 KB each */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** "399 KB", of 1024 bytes each */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}

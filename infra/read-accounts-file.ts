import { readFileSync } from 'node:fs';
import { readAccounts, type AccountsReading, type KeysRule } from '../shared/settings/accounts.ts';

/**
 * Reads an accounts file. That there is none, or that it is not JSON, is told like any other
 * mistake in it: as one sentence that names the file.
 */
export function readAccountsFile(path: string, rule: { readonly keys: KeysRule }): AccountsReading {
  const reading = parse(path, rule);
  return reading.kind === 'accounts'
    ? reading
    : { kind: 'unreadable', problem: `${path}: ${reading.problem}` };
}

function parse(path: string, rule: { readonly keys: KeysRule }): AccountsReading {
  const text = contentOf(path);
  if (text === null) return { kind: 'unreadable', problem: 'There is no such file to read.' };
  try {
    return readAccounts(JSON.parse(text), rule);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'unreadable', problem: `The file is not JSON${placeOf(error, text)}.` };
  }
}

/** No such file, a folder, or one that this user may not read. */
const UNREADABLE: ReadonlySet<string> = new Set(['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR']);

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && UNREADABLE.has(String(error.code)))
      return null;
    throw error;
  }
}

/** Not the parser's own message: it quotes the text, and with it perhaps a key. */
function placeOf({ message }: SyntaxError, text: string): string {
  const position = /position (\d+)/u.exec(message)?.[1];
  if (/end of JSON input/u.test(message)) return ': it ends too early';
  if (position === undefined) return ', see its first line';
  return `, see line ${text.slice(0, Number(position)).split('\n').length}`;
}

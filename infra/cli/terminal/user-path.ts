import { relative, resolve } from 'node:path';

/** Where the user stands: npm runs scripts in the top folder and says here where it was called. */
function standingIn(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

/** The absolute path of what the user typed. */
export function userPath(typed: string): string {
  return resolve(standingIn(), typed);
}

/** An absolute path as the user would type it. */
export function asTyped(path: string): string {
  return relative(standingIn(), path) || path;
}

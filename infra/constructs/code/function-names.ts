import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

/** The functions of the stack: the folders of their code. */
export const FUNCTION_NAMES = [
  'intake',
  'renew-chunk',
  'finish-job',
  'tick',
  'operate',
  'check-quote',
  'export-quote',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** Where a function's own code is. */
export function functionFolder(name: FunctionName): string {
  return join(projectFolder, 'functions', name);
}

/** The file of each function that exports `handler`. */
export function functionEntries(): Record<FunctionName, string> {
  const entries = FUNCTION_NAMES.map((name) => [name, join(functionFolder(name), 'handler.ts')]);
  return Object.fromEntries(entries) as Record<FunctionName, string>;
}

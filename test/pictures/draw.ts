import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { PROJECT } from '../support/imports-of.ts';
import { statePage } from './state-pictures.ts';

/** Where the page of all state machines stands. */
export const STATE_PAGE = 'shared/renewal/README.md';

/** The page as it is stored. */
export async function formattedPage(): Promise<string> {
  return await format(statePage(), { parser: 'markdown' });
}

if (process.argv[1]?.endsWith('draw.ts') === true) {
  writeFileSync(join(PROJECT, STATE_PAGE), await formattedPage());
}

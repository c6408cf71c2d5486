import { PLAIN, type Voice } from '../notices/notice-words.ts';
import type { Language } from '../reasons/entry.ts';
import { type Account, languageOf } from './account.ts';

/**
 * How people of an account are told: in its language, else in that of the file, and on the clock by
 * which its sheets count. A folder that is no account is told of in English and in UTC.
 */
export function voiceFor(
  name: string,
  settings: readonly Pick<Account, 'name' | 'language' | 'expiryZone'>[],
  quoted: Language | null = null,
): Voice {
  const account = settings.find((one) => one.name === name);
  return { language: languageOf(account, quoted), zone: account?.expiryZone ?? PLAIN.zone };
}

import { expect } from 'vitest';
import type { PlainId } from '../../../shared/reasons/placeholders.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { say } from '../../../shared/reasons/say.ts';

/** Expects one plain sentence as the reason, and advice, in both languages, without these words. */
export function expectPlainWords(id: PlainId, without: RegExp): void {
  const en = say(reason(id), 'en');
  const zh = say(reason(id), 'zh');

  expect(en.reason).toMatch(/^[A-Z][^.!?]*\.$/u);
  expect(en.advice).toMatch(/^[A-Z].*\.$/u);
  expect(zh.reason).toMatch(/\p{Script=Han}.*。$/u);
  expect(zh.advice).toMatch(/\p{Script=Han}.*。$/u);
  expect(`${en.reason}${en.advice}`).not.toMatch(without);
}

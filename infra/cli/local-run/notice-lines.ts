import pc from 'picocolors';
import type { LocalNotice } from './local-run.ts';

/** A notice on the terminal: its subject, what happened, and who must act; the figures are on the sheet. */
export function noticeLines({ subject, text }: LocalNotice): string[] {
  const paragraphs = text.trim().split('\n\n');
  const told = [paragraphs[0] ?? '', ...paragraphs.slice(1).slice(-1)];
  return [`${pc.bold('Notice')} ${subject}`, ...told.map((line) => `  ${line}`)];
}

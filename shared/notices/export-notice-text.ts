import type { ExportNotice } from './export-notice.ts';
import { asciiText, shortened } from './ascii-text.ts';
import { moneyText } from './notice-words.ts';
import { objectLink } from './object-link.ts';
import { SUBJECT_LIMIT } from './notice-subject.ts';

/** What may be taken by an account's name; those of the settings are up to 40 long. */
const ACCOUNT_LIMIT = 24;

/** The subject of a notice of an export: account and what happened; always fit for SNS. */
export function exportNoticeSubject(notice: ExportNotice): string {
  const account = shortened(asciiText(notice.account) ?? 'unknown account', ACCOUNT_LIMIT);
  const headline =
    notice.kind === 'export ready'
      ? `Export ready, ${resources(notice.rows)}, ${moneyText([notice.total])}`
      : `Export failed, somebody must act`;
  return shortened(`[${account}] ${headline}`, SUBJECT_LIMIT);
}

/** The text of a notice: what happened, the figures and where the file is, who must act. */
export function exportNoticeText(notice: ExportNotice, region: string): string {
  const asked = notice.by === null ? 'by the schedule' : `by ${oneLine(notice.by)}`;
  const title = oneLine(notice.title);
  if (notice.kind === 'export failed') {
    const begun = `The export of account ${oneLine(notice.account)} (${title}), asked for ${asked}, failed: ${oneLine(notice.reason)}`;
    return `${begun}\n\nNo file was written; other accounts are not concerned.\n\nOperations: ${oneLine(notice.advice)}\n`;
  }
  const facts = [
    `Resources: ${notice.rows}, ${moneyText([notice.total])}`,
    ...count('Price to be typed, for the provider tells none', notice.untold),
    ...count('Cannot be renewed', notice.unpriced),
    ...count('Left out', notice.leftOut),
    ...(notice.missing === null ? [] : [`Missing in the balance: ${moneyText([notice.missing])}`]),
    ...notice.keys.flatMap((key) => [
      `Quote: s3://${notice.bucket}/${key}`,
      `Open: ${objectLink(region, notice.bucket, key)}`,
    ]),
  ];
  const happened = `What is ${title} in account ${oneLine(notice.account)} was exported, asked for ${asked} (quote ${notice.survey ?? ''}).`;
  return `${happened}\n\n${facts.join('\n')}\n\n${action(notice)}\n`;
}

function action({ rows, account }: Extract<ExportNotice, { kind: 'export ready' }>): string {
  return rows === 0
    ? 'Nobody needs to act: there is nothing to renew.'
    : `Finance: say yes or no in the column Approved and drop the file under approved/${oneLine(account)}/.`;
}

function count(label: string, number: number): string[] {
  return number === 0 ? [] : [`${label}: ${resources(number)}, see the file`];
}

function resources(count: number): string {
  return count === 1 ? '1 resource' : `${count} resources`;
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

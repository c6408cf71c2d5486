import type { ExportNotice } from './export-notice.ts';
import { asciiText, shortened } from './ascii-text.ts';
import { countText, moneyText, PLAIN, type Voice } from './notice-words.ts';
import { objectLink } from './object-link.ts';
import { SUBJECT_LIMIT, subjectLine } from './notice-subject.ts';
import { EXPORTED } from '../phrases/action-phrases.ts';
import { FIGURES, SUBJECTS } from '../phrases/notice-phrases.ts';
import { type Phrase, tell } from '../phrases/phrase.ts';
import { HEADINGS } from '../phrases/sheet-phrases.ts';
import type { Language } from '../reasons/entry.ts';

/** What may be taken by an account's name; those of the settings are up to 40 long. */
const ACCOUNT_LIMIT = 24;

/** The subject of a notice of an export: account and what happened; always fit for SNS. */
export function exportNoticeSubject(notice: ExportNotice, { language }: Voice): string {
  return subjectOf(notice, language, subjectLine);
}

/** The same in English and in ASCII, for what takes no other subject. */
export function plainExportSubject(notice: ExportNotice): string {
  return subjectOf(notice, PLAIN.language, asciiText);
}

function subjectOf(
  notice: ExportNotice,
  language: Language,
  nameOf: (text: string) => string | null,
): string {
  const account = shortened(
    nameOf(notice.account) ?? SUBJECTS.unknownAccount[language],
    ACCOUNT_LIMIT,
  );
  const headline =
    notice.kind === 'export ready'
      ? tell(EXPORTED.ready, language, {
          count: notice.rows,
          sum: moneyText([notice.total], language),
        })
      : EXPORTED.failed[language];
  return shortened(tell(SUBJECTS.whole, language, { account, headline }), SUBJECT_LIMIT);
}

/** The text of a notice: what happened, the figures and where the file is, who must act. */
export function exportNoticeText(
  notice: ExportNotice,
  region: string,
  { language }: Voice,
): string {
  const asked =
    notice.by === null
      ? EXPORTED.bySchedule[language]
      : tell(EXPORTED.byPerson, language, { by: oneLine(notice.by) });
  const title = oneLine(notice.title);
  const account = oneLine(notice.account);
  if (notice.kind === 'export failed') {
    const [why, what] = [oneLine(notice.reason), oneLine(notice.advice)];
    return paragraphs([
      tell(EXPORTED.whatFailed, language, { account, title, asked, why }),
      EXPORTED.noFile[language],
      tell(EXPORTED.operations, language, { what }),
    ]);
  }
  const { rows, untold, unpriced, leftOut, missing, keys, bucket } = notice;
  const sum = moneyText([notice.total], language);
  const line = (label: Phrase, value: string): string =>
    tell(FIGURES.labelled, language, { label: label[language], value });
  const counted = (label: Phrase, count: number): string[] =>
    count === 0 ? [] : [line(label, tell(EXPORTED.seeFile, language, { count }))];
  const facts = [
    line(EXPORTED.resources, tell(EXPORTED.countAndSum, language, { count: countText(rows), sum })),
    ...counted(EXPORTED.untold, untold),
    ...counted(EXPORTED.unpriced, unpriced),
    ...counted(EXPORTED.leftOut, leftOut),
    ...(missing === null ? [] : [line(EXPORTED.missing, moneyText([missing], language))]),
    ...keys.flatMap((key) => [
      line(EXPORTED.quote, `s3://${bucket}/${key}`),
      line(EXPORTED.open, objectLink(region, bucket, key)),
    ]),
  ];
  const approved = HEADINGS.approved[language];
  return paragraphs([
    tell(EXPORTED.happened, language, { title, account, asked, id: notice.survey ?? '' }),
    facts.join('\n'),
    rows === 0
      ? EXPORTED.nothing[language]
      : tell(EXPORTED.approve, language, { approved, account }),
  ]);
}

function paragraphs(texts: readonly string[]): string {
  return `${texts.join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

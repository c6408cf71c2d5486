import { type Account, languageOf } from '../../shared/settings/account.ts';
import { exportDay } from '../../shared/survey/export-request.ts';
import { type Survey, surveyParts } from '../../shared/survey/survey.ts';
import type { Pieces } from '../../shared/survey/pieces/pieces.ts';
import {
  assemblePieceSchema,
  type AskedSurvey,
  writePieceSchema,
} from '../../shared/store/survey-items.ts';
import { exportKey } from '../../shared/store/survey-keys.ts';
import { XLSX } from '../../shared/workbook/media-type.ts';
import type { ExportServices } from './export-services.ts';

/** A file was written; `left`: how many are still to be. */
export interface WrittenFile {
  readonly survey: Survey;
  /** Of all files of the survey, in order. */
  readonly keys: readonly string[];
  readonly left: number;
}

/** Writes one file of an assembled survey, unless it is written already. */
export async function writeFile(
  number: number,
  { account, asked, pieces }: { account: Account; asked: AskedSurvey; pieces: Pieces },
  { files, writeExport }: ExportServices,
): Promise<WrittenFile> {
  const survey = await pieces.read('assemble', 0, assemblePieceSchema);
  if (survey === null) throw new Error(`survey ${asked.survey} is not assembled`);
  const parts = surveyParts(survey);
  const part = parts[number];
  if (part === undefined) throw new Error(`survey ${asked.survey} has no file ${number}`);
  const keys = parts.map(({ of }, index) =>
    exportKey({
      account: account.name,
      day: exportDay(account, asked.at),
      what: asked.question.what,
      survey: asked.by === null ? null : asked.survey,
      part: index + 1,
      of,
    }),
  );
  const key = keys[number]!;
  if ((await pieces.read('write', number, writePieceSchema)) === null) {
    await files.write(key, await writeExport(survey, part, languageOf(account)), XLSX);
    await pieces.write('write', number, { key, of: parts.length });
  }
  return { survey, keys, left: parts.length - number - 1 };
}

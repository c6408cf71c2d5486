import { PLAIN } from '../../shared/notices/notice-words.ts';
import { EXPORTED } from '../../shared/phrases/action-phrases.ts';
import { tell } from '../../shared/phrases/phrase.ts';
import { exportQuestion } from '../../shared/survey/export-request.ts';
import { openPieces } from '../../shared/survey/pieces/pieces.ts';
import { requestedSurvey } from '../../shared/survey/requested-survey.ts';
import { askedSchema, type AskedSurvey } from '../../shared/store/survey-items.ts';
import type { ExportMessage } from '../../shared/ports/exports.ts';
import type { ExportServices } from './export-services.ts';

/**
 * Pins what is asked and sends the first piece on its way. The same question of the same moment is
 * the same survey: whose first piece finds it over makes nothing again.
 */
export async function beginSurvey(
  message: Extract<ExportMessage, { kind: 'ask' }>,
  services: ExportServices,
): Promise<void> {
  const { request, at, by } = message;
  const account = services.settings.find(({ name }) => name === message.account);
  if (account === undefined) {
    const known = services.settings.map(({ name }) => name).join(', ');
    // Nobody's settings say in which language.
    const { language } = PLAIN;
    services.log.warn('export of an unknown account', { account: message.account });
    await services.notices.send({
      kind: 'export failed',
      account: message.account,
      survey: null,
      title: EXPORTED.allDue[language],
      by,
      reason: tell(EXPORTED.noAccount, language, { account: message.account }),
      advice: tell(EXPORTED.nameOne, language, { known }),
    });
    return;
  }
  const survey = requestedSurvey(account, request, at, by);
  const pieces = openPieces(services.files, survey);
  if ((await pieces.read('question', 0, askedSchema)) === null) {
    const question = exportQuestion(account, request, at);
    await pieces.write('question', 0, { survey, question, at, by } satisfies AskedLike);
    services.log.info('export begun', { survey, account: account.name, what: question.what });
  }
  await services.exports.send({
    kind: 'piece',
    account: account.name,
    survey,
    step: 'list',
    number: 0,
  });
}

/** As it is stored, but for lists that nobody changes. */
type AskedLike = Omit<AskedSurvey, 'question'> & {
  readonly question: ReturnType<typeof exportQuestion>;
};

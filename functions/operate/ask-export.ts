import { type ExportEvent, exportRequest } from '../../shared/messages/export-event.ts';
import type { OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { requestedKey } from '../../shared/survey/requested-survey.ts';
import { noAccountLine } from './answer-line.ts';
import type { OperateServices } from './operate-services.ts';

/** Asks for an export and says where it will stand; making it takes seconds to minutes. */
export async function askExport(
  event: ExportEvent,
  { settings, exports, clock }: Pick<OperateServices, 'settings' | 'exports' | 'clock'>,
): Promise<OperateAnswer> {
  const account = settings.find(({ name }) => name === event.account);
  if (account === undefined) {
    return { ok: false, line: noAccountLine(event.account, settings) };
  }
  const at = clock();
  const request = exportRequest(event);
  await exports.send({ kind: 'ask', account: account.name, request, at, by: event.by });
  const key = requestedKey(account, request, at, event.by);
  return {
    ok: true,
    line: `The export is being made: ${key} (several files above ${Math.min(10_000, account.maxRows)} resources). A notice tells when it is ready.`,
  };
}

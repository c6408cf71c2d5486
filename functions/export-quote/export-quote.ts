import { memorySiteOf } from '../../shared/providers/settled-settings.ts';
import type { Account } from '../../shared/settings/account.ts';
import { doPiece } from '../../shared/survey/pieces/do-piece.ts';
import { openPieces, type Pieces } from '../../shared/survey/pieces/pieces.ts';
import type { PieceEnd } from '../../shared/survey/pieces/survey-work.ts';
import { askedSchema, type AskedSurvey, endSchema } from '../../shared/store/survey-items.ts';
import type { ExportMessage } from '../../shared/ports/exports.ts';
import { beginSurvey } from './begin-survey.ts';
import { endFailed, endReady } from './end-survey.ts';
import type { ExportServices } from './export-services.ts';
import { writeFile } from './write-file.ts';

/** Whether the message is done with, or is to be seen again in so many seconds. */
export type ExportEnd =
  { readonly kind: 'done' } | { readonly kind: 'again'; readonly seconds: number };

/** After so many tries, three quarters of an hour in all, people are told instead. */
const MOST_TRIES = 7;
const FIRST_PAUSE = 60;
const LONGEST_PAUSE = 900;

const DONE: ExportEnd = { kind: 'done' };

/**
 * Works off one message: begins a survey, or makes one piece of it and sends the next one. Every
 * step may be made again: what is stored is not made anew, and a message sent twice is swallowed.
 * `tries` counts the deliveries of this message, from 1.
 */
export async function exportQuote(
  message: ExportMessage,
  tries: number,
  services: ExportServices,
): Promise<ExportEnd> {
  if (message.kind === 'ask') {
    await beginSurvey(message, services);
    return DONE;
  }
  const pieces = openPieces(services.files, message.survey);
  if ((await pieces.read('end', 0, endSchema)) !== null) return DONE;
  const asked = await pieces.read('question', 0, askedSchema);
  if (asked === null) throw new Error(`what was asked of survey ${message.survey} is missing`);
  const account = services.settings.find(({ name }) => name === message.account);
  if (account === undefined) {
    await endFailed(TAKEN_AWAY, { asked, pieces }, services);
    return DONE;
  }
  const end = await makePiece(message, { account, asked, pieces }, services);
  if (end === null) return DONE;
  switch (end.kind) {
    case 'next':
      await services.exports.send({ ...message, ...end.piece });
      return DONE;
    case 'failed':
      await endFailed(end, { asked, pieces }, services);
      return DONE;
    case 'again':
      if (tries >= MOST_TRIES) {
        await endFailed(gaveUp(end.why), { asked, pieces }, services);
        return DONE;
      }
      services.log.warn('export goes on later', { survey: message.survey, why: end.why });
      return {
        kind: 'again',
        seconds: Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)),
      };
  }
}

interface Part {
  readonly account: Account;
  readonly asked: AskedSurvey;
  readonly pieces: Pieces;
}

/** Null: that was the last one. */
async function makePiece(
  { step, number }: Extract<ExportMessage, { kind: 'piece' }>,
  part: Part,
  services: ExportServices,
): Promise<PieceEnd | null> {
  if (step === 'write') {
    const written = await writeFile(number, part, services);
    if (written.left > 0) return { kind: 'next', piece: { step, number: number + 1 } };
    await endReady(written, part, services);
    return null;
  }
  const { accounts, journals, memory, clock, log } = services;
  const desk = await deskOf(part.account, services);
  if ('why' in desk) return { kind: 'again', why: desk.why };
  const memorySite = memorySiteOf(part.account);
  const stores = { accounts, journals, memory, memorySite };
  return await doPiece(step, number, { ...part, ...desk, ...stores, clock, log });
}

/** Keys that cannot be read may be there in a while: an account that was just deployed has none yet. */
async function deskOf(account: Account, { openDesk }: ExportServices) {
  try {
    return { desk: await openDesk(account) };
  } catch (error) {
    return { why: `The keys of the account cannot be read: ${(error as Error).message}` };
  }
}

const TAKEN_AWAY = {
  reason: 'the account is no longer in the settings.',
  advice: 'deploy again with the account in infra/accounts.json if it is still wanted.',
};

function gaveUp(why: string) {
  return {
    reason: `the provider gave no answer for three quarters of an hour. ${why}`,
    advice: 'find out what is wrong, then ask for the export again.',
  };
}

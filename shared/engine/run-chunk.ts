import { nothingLeftToDo } from '../renewal/journal-view.ts';
import { BACK_OFF_MS, type Stop } from '../renewal/decide/decision.ts';
import { isShortBalance } from '../renewal/books/short-balance.ts';
import type { ChunkWork } from './chunk-work.ts';
import { drive } from './drive.ts';
import { heard } from './triage.ts';

/** How the work on a chunk ends: every row settled or paid and waiting, or a reason to stop. */
export type ChunkEnd = Stop | { readonly kind: 'finished' };

/**
 * Carries a claimed chunk as far as it goes, until every row is settled or paid (vocabulary, section
 * 5). It may be interrupted anywhere and begun again from its journal.
 */
export async function runChunk(work: ChunkWork): Promise<ChunkEnd> {
  const stop = await drive(work, 'renew');
  if (stop?.kind === 'suspend' && isShortBalance(stop.reason)) await noteWhatIsLeft(work);
  if (stop !== null) return stop;
  if (nothingLeftToDo(work.keeper.current)) return { kind: 'finished' };
  return { kind: 'later', at: work.clock() + BACK_OFF_MS };
}

/** For the notice and the interim workbook: what the next top-up must bring. */
async function noteWhatIsLeft(work: ChunkWork): Promise<void> {
  const { keeper, provider, job } = work;
  if (work.outOfTime()) return;
  const answer = heard(await provider.resources.balance());
  if (answer.kind !== 'told' || answer.value === null) return;
  const { available: amount } = answer.value;
  keeper.note({ kind: 'rest of the balance read', epoch: job.epoch, amount });
}

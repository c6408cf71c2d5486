import type { Answer } from '../renewal/answer.ts';
import type { Journal } from '../renewal/journal.ts';
import { orderIds } from '../renewal/journal-view.ts';
import { silencesOf, silentRows } from '../renewal/rules/silences.ts';
import { kindOfQuestion, type Silence } from '../renewal/states/silence.ts';
import type { ChunkWork } from './chunk-work.ts';

/**
 * Whether the provider answers the same question about something else of the job: then it is one id
 * that it is silent about, and not the provider that is silent. False also where there is nothing else.
 */
export async function answersElsewhere(work: ChunkWork, { question }: Silence): Promise<boolean> {
  const { provider, journals, job, keeper } = work;
  const all = await journals.list(job.id);
  switch (kindOfQuestion(question)) {
    case 'resources': {
      const id = otherRow(all, keeper.current);
      return id !== null && isClear(await provider.resources.resources([id]));
    }
    case 'prices':
    case 'prices alone': {
      const id = otherRow(all, keeper.current);
      const { term } = keeper.current;
      return id !== null && isClear(await provider.resources.prices([id], term, { alone: true }));
    }
    case 'order': {
      const id = otherOrder(all, keeper.current);
      return id !== null && isClear(await provider.renewals.order(id));
    }
    default:
      // Lists are about nothing in particular: it is the provider that does not give them.
      return false;
  }
}

function isClear({ kind }: Answer<unknown>): boolean {
  return kind !== 'unknown';
}

/** A resource of which nothing is known to be wrong, rather one of the same chunk. */
function otherRow(all: readonly Journal[], own: Journal): string | null {
  const ordered = [own, ...all.filter(({ chunk }) => chunk !== own.chunk)];
  const candidates = ordered.flatMap((journal) => {
    const silent = silentRows(journal);
    return journal.rows.filter((_, index) => !silent.has(index));
  });
  return candidates[0]?.resourceId ?? null;
}

function otherOrder(all: readonly Journal[], own: Journal): string | null {
  const silent = new Set(silencesOf(own).map(({ question }) => question.split(' ').at(-1)));
  const ids = [own, ...all].flatMap((journal) => [...orderIds(journal)]);
  return ids.find((id) => !silent.has(id)) ?? null;
}

import type { EarlierChunk } from '../../ports/order-memory.ts';
import type { Journal } from '../../renewal/journal.ts';
import {
  type LastRenewal,
  lastRenewal,
  monthsOfLastExpiry,
  paidRenewal,
  type PaidRenewal,
} from '../../renewal/rules/last-renewal.ts';
import { wallTime } from '../../values/wall-time.ts';
import type { SurveyRow } from '../survey.ts';
import type { SurveyWork } from './survey-work.ts';

/** Journals that are read at once; one of a hundred rows has some 50 KB. */
const AT_ONCE = 20;
/** More are not read for one export: that many may take half a minute, and hold 100,000 rows. */
const MOST_JOURNALS = 1000;

/** What was read of the last renewals. */
export interface LastRenewals {
  readonly of: (row: SurveyRow) => LastRenewal | undefined;
  /** Whether something could not be read: what is missing then may be known all the same. */
  readonly read: 'read' | 'not all read';
}

/** Of the work on a piece, what is read with. */
export interface LastRenewalsWork extends Pick<SurveyWork, 'memory' | 'memorySite' | 'log'> {
  readonly account: Pick<SurveyWork['account'], 'name' | 'expiryZone'>;
  readonly asked: Pick<SurveyWork['asked'], 'survey'>;
  readonly desk: Pick<SurveyWork['desk'], 'traits'>;
  readonly journals: Pick<SurveyWork['journals'], 'read'>;
}

interface Sought {
  /** Epoch milliseconds. */
  readonly expiry: number;
  /** Months since the year 0. */
  readonly month: number;
}

/**
 * Reads what our jobs paid for the resources when they were renewed last, from the memory of orders
 * and the journals that it names (0014): a query for each month in which they can have been due before,
 * and a read for each chunk that is named there, which is one for a hundred resources that were renewed
 * together. For what falls due in one month that is 17 queries with Huawei's terms and 31 with Alibaba's
 * ten years; each month more adds three, or ten. The nearest comes first, and who is found is not sought
 * any more. Never throws: a quote is worth having without it.
 */
export async function readLastRenewals(
  rows: readonly SurveyRow[],
  work: LastRenewalsWork,
): Promise<LastRenewals> {
  const { account, asked, desk, log } = work;
  const { idKey } = desk.traits;
  const found = new Map<string, LastRenewal>();
  const failures: unknown[] = [];
  try {
    await search(soughtOf(rows, work), found, failures, work);
  } catch (error) {
    failures.push(error);
  }
  const [error] = failures;
  if (error !== undefined) {
    const { survey } = asked;
    log.warn('the export does not have all last prices', { survey, account: account.name, error });
  }
  return {
    of: ({ resourceId }) => found.get(idKey(resourceId)),
    read: failures.length === 0 ? 'read' : 'not all read',
  };
}

function soughtOf(
  rows: readonly SurveyRow[],
  { account: { expiryZone }, desk }: LastRenewalsWork,
): Map<string, Sought> {
  return new Map(
    rows.flatMap(({ resourceId, expiry }) =>
      expiry === null
        ? []
        : [[desk.traits.idKey(resourceId), { expiry, month: monthOf(expiry, expiryZone) }]],
    ),
  );
}

function monthOf(instant: number, zone: string): number {
  const [year = 0, month = 1] = wallTime(instant, zone).day.split('-').map(Number);
  return year * 12 + month - 1;
}

/** `yyyy-MM` */
function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Takes out of `sought` what is found, or known to have been renewed by somebody else since. */
async function search(
  sought: Map<string, Sought>,
  found: Map<string, LastRenewal>,
  failures: unknown[],
  work: LastRenewalsWork,
): Promise<void> {
  const { account, desk, memory, memorySite } = work;
  const back = monthsOfLastExpiry(desk.traits.longestTerm);
  const months = [...sought.values()].flatMap(({ month }) => back.map((by) => month - by));
  let left = MOST_JOURNALS;
  for (const month of [...new Set(months)].toSorted((a, b) => b - a)) {
    const asked = [...sought].filter(([, one]) => back.includes(one.month - month));
    if (asked.length === 0) continue;
    const name = nameOf(month);
    const rows = asked.map(([key]) => ({ key, day: `${name}-01` }));
    const chunks = await memory.find(memorySite, rows);
    left -= chunks.length;
    if (left < 0) throw new Error(`more than ${MOST_JOURNALS} journals would have to be read`);
    const paid = await paidIn(chunks, name, failures, work);
    for (const [key, { expiry }] of asked) {
      const renewals = paid.get(key);
      if (renewals === undefined) continue;
      const last = lastRenewal(renewals, expiry, account.expiryZone);
      if (last !== null) found.set(key, last);
      sought.delete(key);
    }
  }
}

/** The paid renewals of what was due in that month, by the resource. */
async function paidIn(
  chunks: readonly EarlierChunk[],
  month: string,
  failures: unknown[],
  { desk, journals }: LastRenewalsWork,
): Promise<ReadonlyMap<string, readonly PaidRenewal[]>> {
  const paid = new Map<string, PaidRenewal[]>();
  for (let at = 0; at < chunks.length; at += AT_ONCE) {
    const some = chunks.slice(at, at + AT_ONCE);
    for (const journal of await readJournals(some, journals, failures)) {
      for (const [index, { resourceId, expiry }] of journal.rows.entries()) {
        // A chunk reaches over months: what it tells of others is read in their turn.
        const renewal = expiry.day.startsWith(month) ? paidRenewal(journal, index) : null;
        if (renewal === null) continue;
        const key = desk.traits.idKey(resourceId);
        paid.set(key, [...(paid.get(key) ?? []), renewal]);
      }
    }
  }
  return paid;
}

/** Those that are there; what cannot be read is noted and keeps no other from being read. */
async function readJournals(
  chunks: readonly EarlierChunk[],
  journals: LastRenewalsWork['journals'],
  failures: unknown[],
): Promise<readonly Journal[]> {
  const ends = await Promise.allSettled(
    chunks.map(async ({ job, chunk }) => await journals.read(job, chunk)),
  );
  return ends.flatMap((end) => {
    if (end.status === 'fulfilled') return end.value === null ? [] : [end.value];
    failures.push(end.reason);
    return [];
  });
}

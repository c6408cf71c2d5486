import { COVERED } from './step-coverage.ts';
import { enlisted, newAccount, released, withHold } from '../../shared/jobs/account-line.ts';
import type { AccountState } from '../../shared/jobs/account-state.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { jobSchema } from '../../shared/store/job-item.ts';
import { journalSchema } from '../../shared/store/journal-item.ts';
import type { EarlierChunk, OrderMemory, RenewalKey } from '../../shared/ports/order-memory.ts';
import type {
  AccountStore,
  JobStore,
  JournalStore,
  UnprovedRow,
} from '../../shared/ports/stores.ts';
import { checkMove } from '../../shared/jobs/job-transitions.ts';

/** What is stored goes through the stored schema, as in the table. */
function copyJob(job: Job): Job {
  return jobSchema.parse(structuredClone(job));
}

function copyJournal(journal: Journal): Journal {
  return journalSchema.parse(structuredClone(journal));
}

/** A store in memory that can be had once more as it stands: what one changes the other keeps. */
type Copied<Store> = Store & { readonly copy: () => Copied<Store> };

/**
 * Jobs in memory, with the conditions of the real store. `asStored` is what becomes of a job by
 * being stored.
 */
export function memoryJobs(
  asStored: (job: Job) => Job = copyJob,
  jobs = new Map<string, Job>(),
): Copied<JobStore & { readonly all: () => Job[] }> {
  const must = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined) throw new Error(`job ${id} is not in the table`);
    return job;
  };
  const put = (job: Job): Job => {
    jobs.set(job.id, asStored(job));
    return asStored(job);
  };
  return {
    copy: () => memoryJobs(asStored, new Map(jobs)),
    all: () => [...jobs.values()],
    create: async (job) => {
      if (!jobs.has(job.id)) COVERED.noteMove('none', job.status);
      return jobs.get(job.id) ?? put(job);
    },
    read: async (id) => jobs.get(id) ?? null,
    list: async (account, most) =>
      [...jobs.values()]
        .filter((job) => job.account === account)
        .toSorted((a, b) => b.createdAt - a.createdAt)
        .slice(0, most),
    pinPlan: async (id, plan) => {
      const job = must(id);
      return job.planKey === null ? put({ ...job, ...plan }) : job;
    },
    move: async (id, move) => {
      checkMove(move);
      const { from, epoch, to, at, by = 'renewsheet', set = {} } = move;
      const job = jobs.get(id);
      if (job === undefined) return null;
      const allowed = from.includes(job.status) && (epoch === undefined || epoch === job.epoch);
      const { reason: note = null } = set;
      const entry = { at, event: to, by, note };
      if (allowed) COVERED.noteMove(job.status, to);
      if (allowed) return put({ ...job, ...set, status: to, history: [...job.history, entry] });
      return job.status === to && (set.epoch ?? job.epoch) === job.epoch ? job : null;
    },
    note: async (id, entry) => {
      const job = must(id);
      put({ ...job, history: [...job.history, entry] });
    },
    finishChunk: async (id, chunk, charges = []) => {
      const job = must(id);
      const finishedChunks = [...new Set([...job.finishedChunks, chunk])];
      const chargesRead = [...new Set([...(job.chargesRead ?? []), ...charges])].toSorted();
      const read = chargesRead.length === 0 ? {} : { chargesRead };
      return put({ ...job, finishedChunks, ...read }).finishedChunks.length;
    },
    report: async ({ id, status, epoch }, report) => {
      const job = must(id);
      if (job.status !== status || job.epoch !== epoch) return false;
      put({ ...job, ...report });
      return true;
    },
    markNoticed: async ({ id, status, epoch }, noticed) => {
      const job = jobs.get(id);
      if (job?.status === status && job.epoch === epoch) put({ ...job, noticed });
    },
    markReminded: async ({ id, status, epoch }, reminded) => {
      const job = jobs.get(id);
      if (job?.status === status && job.epoch === epoch) put({ ...job, reminded });
    },
  };
}

function journalKey(job: string, chunk: number): string {
  return `${job}#${chunk}`;
}

/** Journals in memory; `writes` counts what DynamoDB would be asked to write. */
export function memoryJournals(
  asStored: (journal: Journal) => Journal = copyJournal,
  journals = new Map<string, Journal>(),
): Copied<JournalStore & { readonly writes: () => number }> {
  let writes = 0;
  return {
    copy: () => memoryJournals(asStored, new Map(journals)),
    writes: () => writes,
    create: async (journal) => {
      const at = journalKey(journal.job, journal.chunk);
      if (!journals.has(at)) journals.set(at, asStored(journal));
    },
    read: async (job, chunk) => journals.get(journalKey(job, chunk)) ?? null,
    list: async (job) =>
      [...journals.values()]
        .filter((journal) => journal.job === job)
        .toSorted((a, b) => a.chunk - b.chunk),
    save: async (journal) => {
      writes += 1;
      const at = journalKey(journal.job, journal.chunk);
      if (journals.get(at)?.version !== journal.version - 1) return 'lost';
      journals.set(at, asStored(journal));
      return 'saved';
    },
  };
}

/** Accounts in memory; `leave` leaves rows unproved as a release before the memory of orders did. */
export type MemoryAccounts = AccountStore & {
  readonly leave: (account: string, rows: readonly UnprovedRow[]) => void;
};

/** The accounts' lines in memory. */
export function memoryAccounts(
  lines = new Map<string, AccountState>(),
  unproved: (UnprovedRow & { readonly account: string })[] = [],
): Copied<MemoryAccounts> {
  const line = (account: string): AccountState => lines.get(account) ?? newAccount(account);
  const put = (state: AccountState): AccountState => {
    lines.set(state.account, state);
    return state;
  };
  return {
    copy: () => memoryAccounts(new Map(lines), [...unproved]),
    read: async (account) => line(account),
    enlist: async (account, job) => put(enlisted(line(account), job)),
    release: async (account, job) => put(released(line(account), job)),
    hold: async (account, reason) => {
      put(withHold(line(account), reason));
    },
    learnRung: async (account, rung) => {
      put({ ...line(account), rung });
    },
    leave: (account, rows) => {
      unproved.push(...rows.map((row) => ({ ...row, account })));
    },
    forgetUnproved: async (account, row) => {
      const at = unproved.findIndex(
        (one) =>
          one.account === account &&
          one.job === row.job &&
          one.expiryDay === row.expiryDay &&
          one.resourceId.toLowerCase() === row.resourceId.toLowerCase(),
      );
      if (at !== -1) unproved.splice(at, 1);
    },
    unproved: async (account, exceptJob) =>
      unproved.filter((row) => row.account === account && row.job !== exceptJob),
  };
}

/** The memory of orders in memory; `writes` counts what DynamoDB would be asked to write. */
export function memoryOrders(
  /** By site and month, in the order of entering. */
  months = new Map<string, EnteredChunk[]>(),
): Copied<OrderMemory & { readonly writes: () => number }> {
  let writes = 0;
  return {
    copy: () => memoryOrders(new Map([...months].map(([month, all]) => [month, [...all]]))),
    writes: () => writes,
    enter: async (chunk, rows, at) => {
      const told = byMonth(chunk.site, rows).map(([month, some]) => {
        const entered = months.get(month) ?? [];
        months.set(month, entered);
        let place = entered.findIndex((one) => one.job === chunk.job && one.chunk === chunk.chunk);
        if (place === -1) {
          writes += 2;
          place = entered.push({ ...chunk, keys: some.map(({ key }) => key), at }) - 1;
        }
        const before = entered.slice(0, place).filter(({ job }) => job !== chunk.job);
        const since = before.length === 0 ? at : entered[place]!.at;
        return { since, earlier: holding(before, some) };
      });
      return {
        since: Math.min(at, ...told.map(({ since }) => since)),
        earlier: merged(told.flatMap(({ earlier }) => earlier)),
      };
    },
    find: async (site, rows) =>
      merged(
        byMonth(site, rows).flatMap(([month, some]) => holding(months.get(month) ?? [], some)),
      ),
  };
}

type EnteredChunk = EarlierChunk & { readonly at: number };

function byMonth(site: string, rows: readonly RenewalKey[]): [string, RenewalKey[]][] {
  const months = Object.groupBy(rows, ({ day }) => `${site} ${day.slice(0, 7)}`);
  return Object.entries(months) as [string, RenewalKey[]][];
}

function holding(entered: readonly EnteredChunk[], rows: readonly RenewalKey[]): EarlierChunk[] {
  return entered.flatMap(({ job, chunk, keys: theirs }) => {
    const keys = rows.map(({ key }) => key).filter((key) => theirs.includes(key));
    return keys.length === 0 ? [] : [{ job, chunk, keys }];
  });
}

function merged(chunks: readonly EarlierChunk[]): EarlierChunk[] {
  const same = Object.groupBy(chunks, ({ job, chunk }) => `${job} ${chunk}`);
  return Object.values(same).map((all) => ({
    ...all![0]!,
    keys: all!.flatMap(({ keys }) => keys),
  }));
}

import { LAG_MS } from '../../shared/renewal/rules/watched-rows.ts';
import { memorySiteOf } from '../../shared/providers/settled-settings.ts';
import { HUAWEI } from '../../shared/providers/huawei/traits.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import type { ChunkMessage, Dispatch, FinishMessage } from '../../shared/ports/dispatch.ts';
import type { Notice } from '../../shared/notices/notice.ts';
import type { ExportMessage, Exports } from '../../shared/ports/exports.ts';
import type { Approvals, Files, Standing } from '../../shared/ports/files.ts';
import type { Notices } from '../../shared/ports/notices.ts';
import type { QueueCounts } from '../../shared/ports/queue-counts.ts';
import type { Provider } from '../../shared/ports/provider.ts';
import { TestClock } from './test-clock.ts';
import { memoryAccounts, memoryJobs, memoryJournals, memoryOrders } from './memory-stores.ts';
import { testAccount } from './quote-rows.ts';

/** Seconds of a lease, as in production. */
export const LEASE_SECONDS = 180;

/** A provider of which nothing may be asked, or that gives every question the same answer. */
export function providerSaying(answer: unknown = null): Provider {
  const ask = async (): Promise<unknown> => {
    if (answer === null) throw new Error('the provider was asked');
    return answer;
  };
  const desk = new Proxy({}, { get: (_, key) => (key === 'traits' ? HUAWEI : ask) });
  return { resources: desk, renewals: desk } as unknown as Provider;
}

/** Services for one function at a time: stores in memory, and everything it sends and says kept. */
export class FunctionServices {
  readonly clock: TestClock;
  readonly jobs = memoryJobs();
  readonly journals = memoryJournals();
  readonly accounts = memoryAccounts();
  readonly memory = memoryOrders();
  readonly sentChunks: ChunkMessage[] = [];
  readonly sentFinishes: (FinishMessage & { readonly delay: number })[] = [];
  readonly objects = new Map<string, Uint8Array>();
  /** What people were told, in order. */
  readonly told: Notice[] = [];
  readonly warnings: string[] = [];
  /** The alarms of what was warned of. */
  readonly alarms: unknown[] = [];
  provider: Provider = providerSaying();
  outOfTime = false;
  readonly settings: readonly Account[];
  #ids = 0;

  constructor(settings: readonly Account[] = [testAccount()]) {
    this.settings = settings;
    this.clock = new TestClock();
  }

  /** Puts a job and its journals into the stores; the job is its account's active one. */
  async given(job: Job, journals: readonly Journal[] = []): Promise<void> {
    await this.jobs.create(job);
    await this.accounts.enlist(job.account, job.id);
    for (const journal of journals) await this.journals.create({ ...journal, job: job.id });
  }

  readonly dispatch: Dispatch = {
    chunks: async (messages) => {
      this.sentChunks.push(...messages);
    },
    finish: async (message, delay) => {
      this.sentFinishes.push({ ...message, delay });
    },
  };

  /** What was logged for information, as it was given. */
  readonly logged: (readonly unknown[])[] = [];
  readonly sentExports: ExportMessage[] = [];
  readonly exports: Exports = {
    send: async (message) => {
      this.sentExports.push(message);
    },
  };

  /** What the queues hold. */
  queues: readonly QueueCounts[] = [];

  notices: Notices = {
    send: async (notice) => {
      this.told.push(notice);
    },
  };

  readonly files: Files = {
    readSource: async ({ key }, most) => {
      const bytes = this.objects.get(key);
      if (bytes === undefined) return { kind: 'gone' };
      return bytes.length > most ? { kind: 'too large' } : { kind: 'read', bytes };
    },
    read: async (key) => this.objects.get(key) ?? null,
    write: async (key, body) => {
      this.objects.set(key, body);
    },
  };

  /** How the dropped object of a job stands; as it was dropped, unless a test says otherwise. */
  standing: Standing = { kind: 'stands' };
  readonly approvals: Approvals = { standing: async () => this.standing };

  /** What every function gets. */
  services() {
    const { jobs, journals, accounts, memory, dispatch, exports, notices, files, approvals } = this;
    return {
      jobs,
      journals,
      accounts,
      memory,
      dispatch,
      exports,
      notices,
      files,
      approvals,
      gauge: { count: async () => await Promise.resolve(this.queues) },
      clock: this.clock.read,
      leaseSeconds: LEASE_SECONDS,
      newId: (): string => {
        this.#ids += 1;
        return `id-${this.#ids}`;
      },
      log: {
        info: (...line: readonly unknown[]) => {
          this.logged.push(line);
        },
        warn: (message: string, fields: Readonly<Record<string, unknown>>) => {
          this.warnings.push(message);
          if (fields['alarm'] !== undefined) this.alarms.push(fields['alarm']);
        },
      },
      outOfTime: () => this.outOfTime,
      validityDays: (name: string) => this.settingsOf(name).jobValidityDays,
    };
  }

  /** The settings of an account; throws where there is none. */
  readonly settingsOf = (name: string): Account => {
    const account = this.settings.find((one) => one.name === name);
    if (account === undefined) throw new Error(`no account ${name}`);
    return account;
  };

  /** Opens the work on a claimed chunk with the provider of the test. */
  readonly workOn = async (
    job: Job,
    account: Account,
    keeper: ChunkWork['keeper'],
  ): Promise<ChunkWork> => ({
    ...this.services(),
    memorySite: memorySiteOf(account),
    job,
    account,
    keeper,
    settleAfter: 60_000,
    lag: LAG_MS,
    provider: this.provider,
  });
}

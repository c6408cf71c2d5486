import { LAG_MS } from '../../shared/renewal/rules/watched-rows.ts';
import { memorySiteOf } from '../../shared/providers/settled-settings.ts';
import { createHash } from 'node:crypto';
import { type AuditJob, auditJob } from '../../functions/finish-job/audit-job.ts';
import { closeChunks, confirmChunks } from '../../functions/finish-job/close-chunks.ts';
import { finishJob } from '../../functions/finish-job/finish-job.ts';
import { putAside } from '../../functions/finish-job/put-aside.ts';
import { writeReport } from '../../functions/finish-job/write-report.ts';
import { intake } from '../../functions/intake/intake.ts';
import { writeRejection } from '../../functions/intake/write-rejection.ts';
import { renewChunk } from '../../functions/renew-chunk/renew-chunk.ts';
import { tick } from '../../functions/tick/tick.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { isOver } from '../../shared/jobs/job.ts';
import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import type { ChunkMessage, FinishMessage } from '../../shared/ports/dispatch.ts';
import type { Notice } from '../../shared/notices/notice.ts';
import type { Approvals, Files, Standing } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Notices } from '../../shared/ports/notices.ts';
import type { Provider } from '../../shared/ports/provider.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { type CrashAt, Mortal } from './crashing.ts';
import { memoryAccounts, memoryJobs, memoryJournals, memoryOrders } from './memory-stores.ts';
import { MessageQueues, type QueuedMessage } from './message-queues.ts';
import { NOTHING_HANDED_BACK } from './nothing-handed-back.ts';
import { COVERED } from './step-coverage.ts';
import type { Step } from '../../shared/renewal/transitions/transition.ts';
import type { TestClock } from './test-clock.ts';

/** The timers of production, in seconds. */
const LEASE = 180;
const SETTLE = 60;
const VISIBILITY = 720;
const TICK_MS = 5 * 60_000;

/** How an in-process deployment is set up. */
export interface InProcessOptions {
  readonly accounts: readonly Account[];
  /** The provider of an account, on the deployment's clock. */
  readonly provider: (account: Account) => Provider;
  /** The clock, which the deployment moves on when nothing is left to do now. */
  readonly clock: TestClock;
  /** Where the functions die; nowhere by default. */
  readonly crashAt?: CrashAt;
  /** Stores keep what they are given as it is, not as it would come back from the table: faster. */
  readonly trusting?: boolean;
  /** Cuts functions off on the fake clock as production does; by default they have all the time. */
  readonly functionSeconds?: number;
  /** Audits final sheets, as production does; by default no calls are made after the end. */
  readonly audits?: boolean;
}

/** What a function keeps back before its end, in seconds. */
const KEPT_BACK = 30;

/**
 * The whole of renewsheet in one process on a fake clock: the use cases of the functions, queues
 * and stores in memory, and whatever provider the test gives. Quotes are dropped as they were read.
 */
export class InProcess {
  readonly clock: TestClock;
  readonly jobs: ReturnType<typeof memoryJobs>;
  readonly journals: ReturnType<typeof memoryJournals>;
  readonly accounts: ReturnType<typeof memoryAccounts>;
  readonly memory: ReturnType<typeof memoryOrders>;
  readonly queues: MessageQueues;
  readonly reports: ResultsReport[] = [];
  /** What people were told, in order. */
  readonly notices: Notice[] = [];
  readonly warnings: Readonly<Record<string, unknown>>[] = [];
  readonly faults: unknown[] = [];
  /** The bucket: plans, and empty results. */
  readonly objects = new Map<string, Uint8Array>();
  readonly #options: InProcessOptions;
  #ids = 0;
  #drops = 0;
  #nextTick: number;
  #lastCallAt = Infinity;

  /** `from`: a deployment that this one is a copy of, as it stands between two deliveries. */
  constructor(options: InProcessOptions, from: InProcess | null = null) {
    this.#options = options;
    this.clock = options.clock;
    const same = options.trusting === true ? <T>(one: T): T => one : undefined;
    this.jobs = from?.jobs.copy() ?? memoryJobs(same);
    this.journals = from?.journals.copy() ?? memoryJournals(same);
    this.accounts = from?.accounts.copy() ?? memoryAccounts();
    this.memory = from?.memory.copy() ?? memoryOrders();
    this.queues = from?.queues.copy(this.clock.read) ?? new MessageQueues(this.clock.read);
    this.#nextTick = from === null ? this.clock.now + TICK_MS : from.#nextTick;
    if (from === null) return;
    this.reports.push(...from.reports);
    this.faults.push(...from.faults);
    for (const [key, body] of from.objects) this.objects.set(key, body);
    this.#ids = from.#ids;
    this.#drops = from.#drops;
  }

  /** Drops a quote under `approved/<account>/` and lets intake take it. */
  async drop(account: string, quote: Quote, file = 'quote.xlsx'): Promise<void> {
    this.#drops += 1;
    const key = `approved/${account}/${file}`;
    const upload: Upload = {
      source: { bucket: 'quotes', key, versionId: `v${this.#drops}`, eTag: '', sequencer: '' },
      droppedAt: this.clock.now,
      droppedBy: 'finance',
    };
    await this.upload(upload, quote);
  }

  /** Delivers an upload event until intake has taken it, as the uploads queue would. */
  async upload(upload: Upload, quote: Quote): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const taken = await this.#guard(async (mortal) => {
        await intake(upload, tries + 1, this.#intakeServices(quote, mortal));
        return true;
      });
      if (taken === true) return;
      this.clock.now += VISIBILITY * 1000;
    }
    throw new Error('intake did not take the upload');
  }

  /** The job that was dropped last, as it stands. */
  get job(): Job {
    const job = this.jobs.all().at(-1);
    if (job === undefined) throw new Error('no job was dropped');
    return job;
  }

  /** The last report written: what the results workbook would say. */
  get report(): ResultsReport {
    const report = this.reports.at(-1);
    if (report === undefined) throw new Error('no results were written');
    return report;
  }

  /** Works until every job is over or suspended; throws when that does not happen in `days`. */
  async settle(days = 10): Promise<void> {
    const end = this.clock.now + days * 86_400_000;
    while (!this.#quiet()) {
      if (this.clock.now > end) throw new Error('the jobs did not come to an end');
      await this.step();
    }
  }

  /** When the next delivery or tick is due, in epoch milliseconds; may be past. */
  get nextAt(): number {
    return Math.min(this.queues.next()?.visibleAt ?? Infinity, this.#nextTick);
  }

  /** One delivery, or one tick when nothing can be delivered before it. */
  async step(): Promise<void> {
    const message = this.queues.next();
    if (message === null || message.visibleAt > this.#nextTick) {
      this.clock.now = Math.max(this.clock.now, this.#nextTick);
      this.#nextTick += TICK_MS;
      await this.tick();
      return;
    }
    this.clock.now = Math.max(this.clock.now, message.visibleAt);
    await this.deliver(message);
  }

  /** One tick now, beside those of its schedule. */
  async tick(): Promise<void> {
    await this.#guard(async (mortal) => {
      await tick({
        ...this.#start(mortal),
        accountNames: this.#options.accounts.map(({ name }) => name),
        resumeEveryHours: (account) => this.#settings(account).resumeEveryHours,
      });
    });
  }

  /** Delivers one message as its event source mapping would. */
  async deliver(message: QueuedMessage): Promise<void> {
    this.queues.receive(message, VISIBILITY);
    const ended = await this.#guard(async (mortal) => await this.#handle(message, mortal));
    if (ended === null) {
      this.queues.comesBack(message);
      return;
    }
    if (ended.kind === 'done') {
      this.queues.remove(message);
      return;
    }
    message.visibleAt = this.clock.now + ended.seconds * 1000;
    this.queues.comesBack(message);
  }

  #quiet(): boolean {
    const jobs = this.jobs.all();
    const still = jobs.every(
      ({ status, interim, epoch }) =>
        isOver(status) || (status === 'suspended' && interim === epoch),
    );
    return still && this.queues.waiting.length === 0;
  }

  async #handle(
    message: QueuedMessage,
    mortal: Mortal,
  ): Promise<{ kind: 'done' } | { kind: 'again'; seconds: number }> {
    return message.queue === 'chunks'
      ? await renewChunk(message.body as ChunkMessage, message.received, this.#engine(mortal))
      : await finishJob(message.body as FinishMessage, message.received, this.#finish(mortal));
  }

  async #guard<T>(act: (mortal: Mortal) => Promise<T>): Promise<T | null> {
    const { crashAt = (): boolean => false } = this.#options;
    const cutOff = this.#endOfTime(0);
    const mortal = new Mortal((point) => cutOff() || crashAt(point));
    try {
      return await mortal.run(async () => await act(mortal));
    } catch (error) {
      this.faults.push(error);
      return null;
    }
  }

  /** Milliseconds until the function that runs may begin no call any more: what a client is told. */
  get left(): number {
    return this.#lastCallAt - this.clock.now;
  }

  /** Whether a function that begins now has less than so many seconds left. */
  #endOfTime(keptBack: number): () => boolean {
    const end = this.clock.now + ((this.#options.functionSeconds ?? Infinity) - keptBack) * 1000;
    return () => this.clock.now >= end;
  }

  #settings = (name: string): Account => {
    const account = this.#options.accounts.find((one) => one.name === name);
    if (account === undefined) throw new Error(`no account ${name}`);
    return account;
  };

  #log: Log = {
    info: () => undefined,
    warn: (message, fields) => {
      this.warnings.push({ message, ...fields });
    },
  };

  /** Takes notices; a test may put a topic in its place that fails. */
  topic: Notices = {
    send: async (notice) => {
      this.notices.push(notice);
    },
  };

  #files: Files = {
    readSource: async () => ({ kind: 'read', bytes: new Uint8Array() }),
    read: async (key) => this.objects.get(key) ?? null,
    write: async (key, body) => {
      this.objects.set(key, body);
    },
  };

  /** How dropped objects stand that are no longer as they were dropped, by key. */
  readonly changed = new Map<string, Standing>();

  readonly approvals: Approvals = {
    standing: async ({ key }) => this.changed.get(key) ?? { kind: 'stands' },
  };

  #write = async (report: ResultsReport): Promise<Uint8Array> => {
    this.reports.push(report);
    return new Uint8Array();
  };

  #start(mortal: Mortal) {
    return {
      jobs: mortal.wrap('jobs', this.jobs),
      journals: mortal.wrap('journals', this.journals),
      accounts: mortal.wrap('accounts', this.accounts),
      dispatch: mortal.wrap('dispatch', this.queues.dispatch),
      approvals: mortal.wrap('approvals', this.approvals),
      notices: mortal.wrap('notices', this.topic),
      clock: this.clock.read,
      log: this.#log,
      validityDays: (account: string) => this.#settings(account).jobValidityDays,
    };
  }

  #intakeServices(quote: Quote, mortal: Mortal) {
    const files = mortal.wrap('files', this.#files);
    return {
      ...this.#start(mortal),
      settings: this.#options.accounts,
      files,
      hash: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
      readQuote: async () => ({ kind: 'quote', quote }) as const,
      reject: writeRejection({
        files,
        jobs: mortal.wrap('jobs', this.jobs),
        clock: this.clock.read,
        settings: this.#options.accounts,
        log: this.#log,
        write: this.#write,
      }),
    };
  }

  #engine(mortal: Mortal) {
    const services = this.#start(mortal);
    const outOfTime = this.#endOfTime(KEPT_BACK);
    this.#lastCallAt =
      this.clock.now + ((this.#options.functionSeconds ?? Infinity) - KEPT_BACK) * 1000;
    return {
      ...services,
      outOfTime,
      newId: (): string => {
        this.#ids += 1;
        return `id-${this.#ids}`;
      },
      leaseSeconds: LEASE,
      watch: (steps: readonly Step[]): void => COVERED.note(steps),
      settings: this.#settings,
      workOn: async (
        job: Job,
        account: Account,
        keeper: ChunkWork['keeper'],
      ): Promise<ChunkWork> => ({
        ...services,
        memory: mortal.wrap('memory', this.memory),
        memorySite: memorySiteOf(account),
        job,
        account,
        keeper,
        outOfTime,
        settleAfter: SETTLE * 1000,
        lag: LAG_MS,
        provider: mortal.wrap('provider', this.#options.provider(account)),
      }),
      providerOf: async (_: Job, account: Account): Promise<Provider> =>
        await Promise.resolve(mortal.wrap('provider', this.#options.provider(account))),
    };
  }

  /** By a provider of its own, which no test makes die. */
  #audit({ outOfTime }: { readonly outOfTime: () => boolean }): AuditJob {
    if (this.#options.audits !== true) return async () => await Promise.resolve(null);
    const providerOf = async (_: Job, account: Account): Promise<Provider> =>
      await Promise.resolve(this.#options.provider(account));
    return auditJob({ providerOf, clock: this.clock.read, outOfTime });
  }

  #finish(mortal: Mortal) {
    const engine = this.#engine(mortal);
    const files = mortal.wrap('files', this.#files);
    return {
      ...engine,
      files,
      closeChunks: closeChunks(engine),
      confirmChunks: confirmChunks(engine),
      putAside: putAside(engine),
      writeReport: writeReport(files, this.#write, NOTHING_HANDED_BACK),
      auditJob: this.#audit(engine),
    };
  }
}

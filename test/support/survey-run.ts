import { exportQuote } from '../../functions/export-quote/export-quote.ts';
import type { ExportServices } from '../../functions/export-quote/export-services.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { ExportNotice } from '../../shared/notices/export-notice.ts';
import type { ExportRequest } from '../../shared/survey/export-request.ts';
import type { Survey, SurveyPart } from '../../shared/survey/survey.ts';
import {
  exportDeduplicationId,
  exportMessageSchema,
} from '../../shared/messages/export-message.ts';
import type { ExportMessage } from '../../shared/ports/exports.ts';
import type { ResourceDesk } from '../../shared/ports/provider.ts';
import { type CrashAt, Mortal } from './crashing.ts';
import { TestClock } from './test-clock.ts';
import { memoryAccounts, memoryJournals, memoryOrders } from './memory-stores.ts';

/** As in production, in seconds. */
const VISIBILITY = 720;
const MOST_RECEIVES = 10;
const SWALLOWED_MS = 5 * 60_000;

/** How exports are run in one process. */
export interface SurveyRunOptions {
  readonly accounts: readonly Account[];
  readonly desk: (account: Account) => ResourceDesk | Promise<ResourceDesk>;
  readonly clock?: TestClock;
  /** What jobs have left behind; nothing by default. */
  readonly journals?: ReturnType<typeof memoryJournals>;
  readonly memory?: ReturnType<typeof memoryOrders>;
  /** Where the function dies; nowhere by default. */
  readonly crashAt?: CrashAt;
  /** Delivers every message a second time right after the first. */
  readonly twice?: boolean;
}

interface Queued {
  readonly body: ExportMessage;
  visibleAt: number;
  received: number;
}

/** A file as it would be written: what it was made of. */
export interface WrittenExport {
  readonly survey: Survey;
  readonly part: SurveyPart;
}

/**
 * `export-quote` with its FIFO queue (order, visibility, deduplication, dead letters), a bucket and
 * stores in memory, on a fake clock. Files are kept as what they would be written from.
 */
export class SurveyRun {
  readonly clock: TestClock;
  readonly objects = new Map<string, Uint8Array>();
  readonly files = new Map<string, WrittenExport>();
  /** How often each key was written. */
  readonly writes = new Map<string, number>();
  readonly told: ExportNotice[] = [];
  readonly warnings: string[] = [];
  readonly faults: unknown[] = [];
  readonly dead: ExportMessage[] = [];
  /** The longest that one delivery took on the clock, in milliseconds; and how many there were. */
  longest = 0;
  deliveries = 0;
  readonly accounts = memoryAccounts();
  readonly journals: ReturnType<typeof memoryJournals>;
  readonly memory: ReturnType<typeof memoryOrders>;
  readonly #options: SurveyRunOptions;
  readonly #sent = new Map<string, number>();
  #queue: Queued[] = [];

  constructor(options: SurveyRunOptions) {
    this.#options = options;
    this.clock = options.clock ?? new TestClock();
    this.journals = options.journals ?? memoryJournals();
    this.memory = options.memory ?? memoryOrders();
  }

  /** Asks as the schedule does (`by` null) or as a person, at the clock's time. */
  async ask(account: string, request: ExportRequest = {}, by: string | null = null): Promise<void> {
    this.#send({ kind: 'ask', account, request, at: this.clock.now, by });
  }

  /** Works the queue off; the clock moves on where a message is hidden. */
  async settle(): Promise<void> {
    for (let turns = 0; this.#queue.length > 0; turns += 1) {
      if (turns > 5000) throw new Error('the exports do not come to an end');
      const [message] = this.#queue;
      this.clock.now = Math.max(this.clock.now, message!.visibleAt);
      await this.#deliver(message!);
    }
  }

  /** The only file that was written. */
  get file(): WrittenExport {
    const [only, ...more] = this.files.values();
    if (only === undefined || more.length > 0) throw new Error(`${this.files.size} files`);
    return only;
  }

  #send(message: ExportMessage): void {
    const id = exportDeduplicationId(message);
    const before = this.#sent.get(id);
    if (before !== undefined && this.clock.now - before < SWALLOWED_MS) return;
    this.#sent.set(id, this.clock.now);
    const body = exportMessageSchema.parse(JSON.parse(JSON.stringify(message)));
    this.#queue.push({ body, visibleAt: this.clock.now, received: 0 });
  }

  async #deliver(message: Queued): Promise<void> {
    const begin = this.clock.now;
    this.deliveries += 1;
    message.received += 1;
    message.visibleAt = this.clock.now + VISIBILITY * 1000;
    const mortal = new Mortal(this.#options.crashAt ?? (() => false));
    const work = async () =>
      await exportQuote(message.body, message.received, this.#services(mortal));
    try {
      let end = await mortal.run(work);
      if (this.#options.twice === true) end = await mortal.run(work);
      if (end.kind === 'done') this.#remove(message);
      else message.visibleAt = this.clock.now + end.seconds * 1000;
    } catch (error) {
      this.faults.push(error);
    }
    this.longest = Math.max(this.longest, this.clock.now - begin);
    if (message.received >= MOST_RECEIVES && this.#queue.includes(message)) {
      this.dead.push(message.body);
      this.#remove(message);
    }
  }

  #remove(message: Queued): void {
    this.#queue = this.#queue.filter((one) => one !== message);
  }

  #services(mortal: Mortal): ExportServices {
    const { clock, objects, writes, files } = this;
    return {
      settings: this.#options.accounts,
      bucket: 'quotes',
      clock: clock.read,
      files: mortal.wrap('files', {
        readSource: async () => ({ kind: 'gone' as const }),
        read: async (key: string) => objects.get(key) ?? null,
        write: async (key: string, body: Uint8Array) => {
          writes.set(key, (writes.get(key) ?? 0) + 1);
          objects.set(key, body);
          const made = this.#made.get(body);
          if (made !== undefined) files.set(key, made);
        },
      }),
      accounts: mortal.wrap('accounts', this.accounts),
      journals: mortal.wrap('journals', this.journals),
      memory: mortal.wrap('memory', this.memory),
      exports: mortal.wrap('exports', {
        send: async (message: ExportMessage) => {
          this.#send(message);
        },
      }),
      notices: mortal.wrap('notices', {
        send: async (notice: ExportNotice) => {
          this.told.push(notice);
        },
      }),
      log: {
        info: () => undefined,
        warn: (text) => {
          this.warnings.push(text);
        },
      },
      openDesk: async (account) => mortal.wrap('desk', await this.#options.desk(account)),
      writeExport: async (survey, part) => {
        const bytes = new Uint8Array([part.number]);
        this.#made.set(bytes, { survey, part });
        return bytes;
      },
    };
  }

  readonly #made = new Map<Uint8Array, WrittenExport>();
}

import { isOver, type Job } from '../../shared/jobs/job.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import type { CrashPoint } from '../support/crashing.ts';
import { InProcess } from '../support/in-process.ts';
import type { QueuedMessage } from '../support/message-queues.ts';
import { cancel, resume } from '../support/operator.ts';
import { quoteOf, quoteRow, testAccount } from '../support/quote-rows.ts';
import { TestClock } from '../support/test-clock.ts';
import { Chooser, type Opening, type Script } from './chooser.ts';
import type { Broken, EndOfRun } from './end-of-run.ts';
import { brokenPromises } from './promises.ts';
import { modelProvider } from './provider.ts';
import { brokenBySheet } from './sheet-promises.ts';
import type { Stage } from './stage.ts';
import { deathsAt } from './worker-deaths.ts';
import { stateOf } from './state-of.ts';
import { Teller } from './story.ts';
import { CALM, HABITS } from './habits.ts';
import type { Play } from './play.ts';
import { dollars, type Habits, OUR_USER } from './views.ts';
import { APPROVED_EXPIRY, Testimony } from './witness.ts';
import { STRANGER, termCents } from './world.ts';
import { WorldLine } from './world-line.ts';

/** So long no job may go on, on the model's clock. */
const MOST_DAYS = 8;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Everything is resumed so often; then a person gives up and cancels. */
const MOST_RESUMES = 2;

/**
 * The real program in memory before a model world, between two deliveries: it can be copied there,
 * and gone on with in several ways. A step is a delivery, a tick, or what people do.
 */
export class Room {
  readonly teller: Teller;
  readonly #play: Play;
  readonly #clock: TestClock;
  readonly #line: WorldLine;
  readonly #testimony: Testimony;
  readonly #app: InProcess;
  #habits: Habits = CALM;
  #chooser = new Chooser([]);
  #message: QueuedMessage | null = null;
  #depth = 0;
  #drops = 0;
  #resumes = 0;
  #begun: number;
  /** What sheets said that was not true when they were written. */
  #broken: readonly Broken[] = [];
  /** The first message of a chunk that was ever delivered. */
  #first: QueuedMessage | null = null;

  constructor(play: Play, from: Room | null = null) {
    this.#play = play;
    this.#clock = from === null ? new TestClock() : new TestClock(from.#clock.now);
    this.teller = new Teller(from?.teller.story, from?.teller.fallen);
    const expiries = Object.fromEntries(
      [...this.#ids, STRANGER].map((id) => [id, APPROVED_EXPIRY]),
    );
    this.#line = new WorldLine(
      from === null ? { expiries, orders: [] } : from.#line,
      this.#clock.read,
    );
    const job = (): number => this.#app.jobs.all().length - 1;
    this.#testimony = new Testimony(
      this.#line,
      { job, resumed: () => this.#resumes },
      from === null ? null : from.#testimony,
    );
    const stage = this.#stage(job);
    const options = {
      accounts: [testAccount({ iamUser: play.ownUser ? OUR_USER : null })],
      provider: () => modelProvider(stage),
      clock: this.#clock,
      crashAt: (point: CrashPoint) => this.#dies(point),
      trusting: true,
    };
    this.#app = new InProcess(options, from === null ? null : from.#app);
    this.#begun = this.#clock.now;
    if (from !== null) {
      this.#habits = from.#habits;
      this.#drops = from.#drops;
      this.#resumes = from.#resumes;
      this.#begun = from.#begun;
      this.#broken = from.#broken;
      this.#first = from.#first;
    }
    this.#watchDeliveries();
  }

  /** The same once more. */
  copy(): Room {
    return new Room(this.#play, this);
  }

  get #ids(): string[] {
    return Array.from({ length: this.#play.rows }, (_, index) => `r${index}`);
  }

  /** What its future depends on, in a canonical form. */
  async state(): Promise<string> {
    const counts = [this.#drops, this.#resumes, this.#habits, this.#broken];
    return await stateOf(this.#app, this.#line, [this.#testimony.state, counts]);
  }

  /** One step with the mishaps of the script; where more could fall in it. */
  async step(script: Script): Promise<readonly Opening[]> {
    const { only, like = [] } = this.#play;
    const all = only === undefined && like.length === 0;
    this.#chooser = new Chooser(script, all ? null : (name) => this.#mayFall(name));
    await this.#next();
    return this.#chooser.openings;
  }

  #mayFall(name: string): boolean {
    const { only, like = [] } = this.#play;
    const times = (names: readonly string[]): number => names.filter((one) => one === name).length;
    const left = only === undefined || times(only) > times(this.teller.fallen);
    return left && (like.length === 0 || like.some((text) => name.includes(text)));
  }

  /** Whether all is over, and if so, what was broken; null: it goes on. */
  get end(): readonly Broken[] | null {
    if (this.#clock.now > this.#begun + MOST_DAYS * DAY_MS) {
      return [{ promise: 'every job ends', what: 'a job goes on for ever' }];
    }
    if (this.#drops < (this.#play.again ? 2 : 1) || !this.#isQuiet()) return null;
    return [...this.#broken, ...brokenPromises(this.#endOfRun)];
  }

  get #endOfRun(): EndOfRun {
    return {
      world: this.#line.now,
      testimony: this.#testimony,
      reports: this.#app.jobs.all().map(({ id }) => this.#reportOf(id)),
      faults: this.#app.faults,
      rows: this.#ids,
      months: this.#play.months,
      ownUser: this.#play.ownUser,
    };
  }

  #isQuiet(): boolean {
    return isOver(this.#app.job.status) && this.#app.queues.waiting.length === 0;
  }

  async #next(): Promise<void> {
    if (this.#drops === 0) this.#chooseHabit();
    if (this.#drops === 0 || this.#isQuiet()) {
      await this.#drop();
      return;
    }
    const { job } = this.#app;
    if (job.status === 'suspended' && job.interim === job.epoch) await this.#decideSuspended(job);
    else {
      await this.#disturb(job);
      await this.#app.step();
      await this.#toRest();
    }
    if (!this.#isQuiet()) return;
    this.#tellEnd(this.#app.job);
    this.#broken = [...this.#broken, ...brokenBySheet(this.#endOfRun, true)];
  }

  /**
   * Lets the calls that a dead worker had under way come to their end, and the second worker that one of
   * them let in: what goes on after its step would change a state that was taken down already.
   */
  async #toRest(): Promise<void> {
    do {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    } while (this.#depth > 0);
    this.#message = null;
  }

  #chooseHabit(): void {
    const habit = this.#chooser.pick(HABITS);
    if (habit === null) return;
    this.teller.mishap(habit.name);
    this.#habits = { ...CALM, ...habit };
  }

  async #drop(): Promise<void> {
    const { months } = this.#play;
    const approved = dollars(termCents(months)).amount;
    const term = { unit: months === 12 ? 'year' : 'month', count: 1 } as const;
    const rows = this.#ids.map((_, index) => quoteRow(index, { approved, term }));
    this.teller.step(`the file is dropped${this.#drops > 0 ? ' again' : ''}`);
    this.#drops += 1;
    this.#resumes = 0;
    this.#begun = this.#clock.now;
    await this.#app.drop('main', quoteOf(rows));
  }

  async #decideSuspended(job: Job): Promise<void> {
    this.#clock.now += 60 * MINUTE_MS;
    const gives = { name: 'a person cancels the suspended job' } as const;
    const tired = this.#resumes >= MOST_RESUMES;
    const cancels = tired || this.#chooser.pick([gives]) !== null;
    if (cancels && !tired) this.teller.mishap(gives.name);
    this.#resumes += 1;
    this.#broken = [...this.#broken, ...brokenBySheet(this.#endOfRun, false)];
    const why = job.reason?.id ?? 'no reason';
    this.teller.step(
      `the job is suspended (${why}); a person ${cancels ? 'cancels' : 'resumes'} it`,
    );
    await (cancels ? cancel(this.#app, job) : resume(this.#app, job));
  }

  /** What can befall a job between two deliveries. */
  async #disturb(job: Job): Promise<void> {
    const next = this.#app.queues.next();
    if (next === null || next.visibleAt > this.#app.nextAt) return;
    const fallen = this.#chooser.pick([
      ...(job.status === 'running' ? [{ name: 'a person cancels the job' } as const] : []),
      { name: 'a message is delivered twice' } as const,
      ...(this.#first === null ? [] : [{ name: 'a message of long ago comes again' } as const]),
    ]);
    if (fallen === null) return;
    this.teller.mishap(fallen.name);
    if (fallen.name === 'a person cancels the job') await cancel(this.#app, job);
    else
      this.#app.queues.duplicate(
        fallen.name === 'a message is delivered twice' ? next : this.#first!,
      );
  }

  #dies(point: CrashPoint): boolean {
    const dies = this.#depth > 0 ? this.#chooser.pick(deathsAt(point)) : null;
    if (dies !== null) this.teller.mishap(dies.name);
    return dies !== null;
  }

  #watchDeliveries(): void {
    const app = this.#app;
    const deliver = app.deliver.bind(app);
    app.deliver = async (message) => {
      const outer = this.#message;
      this.#message = message;
      if (message.queue === 'chunks') this.#first ??= message;
      this.#depth += 1;
      try {
        await deliver(message);
      } finally {
        this.#depth -= 1;
        this.#message = outer;
      }
    };
  }

  #stage(job: () => number): Stage {
    return {
      line: this.#line,
      chooser: () => this.#chooser,
      teller: this.teller,
      habits: () => this.#habits,
      clock: this.#clock,
      job,
      ids: this.#ids,
      witness: this.#testimony,
      secondWorker: () => this.#secondWorker(),
    };
  }

  /** Its clock is so far ahead that the first one's lease seems to be over. */
  #secondWorker(): (() => Promise<void>) | null {
    const message = this.#message;
    if (message === null || this.#depth > 1 || message.queue !== 'chunks') return null;
    return async () => {
      const app = this.#app;
      const before = this.#clock.now;
      app.queues.duplicate(message);
      const twin = app.queues.waiting.at(-1)!;
      this.#clock.now += 4 * MINUTE_MS;
      await app.deliver(twin);
      this.#clock.now = before;
    };
  }

  #reportOf(job: string): ResultsReport {
    return this.#app.reports.findLast((report) => report.job === job)!;
  }

  #tellEnd({ id, status }: Job): void {
    const rows = this.#reportOf(id).rows.map(({ row, outcome }) => {
      const order = outcome.order === null ? '' : ` (${outcome.order})`;
      return `${row.resourceId} "${outcome.outcome}"${order}`;
    });
    this.teller.step(`the job ends as ${status}: ${rows.join(', ')}`);
  }
}

import { isOver, type Job } from '../../shared/jobs/job.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import { jobIdentity } from '../../shared/jobs/job-identity.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import type { InProcess } from '../support/in-process.ts';
import { cancel, resume } from '../support/operator.ts';
import type { Deployments } from './deployments.ts';
import { type Drop, fileNameOf, quoteFor } from './file-plans.ts';
import { mend, operate } from './operator-acts.ts';
import type { RunPlan } from './run-plan.ts';
import { tamper } from './tampering.ts';

/** Far more than any run needs: days of ticks. */
const MOST_STEPS = 8000;
/** Steps until an upload event comes a second time. */
const SECOND_EVENT = 3;
/** Resumes of one job after everything was mended; then it is cancelled. */
const MOST_RESUMES = 3;

interface Event {
  readonly step: number;
  readonly upload: Upload;
  readonly quote: Quote;
}

/**
 * Moves a run on: drops files, lets messages and ticks come in their order or as the plan has them
 * come, and plays the operator, until every job is over.
 */
export class RunDriver {
  /** The dropped quotes by the id of their job. */
  readonly quotes = new Map<string, Quote>();
  readonly #plan: RunPlan;
  readonly #at: Deployments;
  readonly #calm: () => void;
  readonly #drops: Drop[];
  readonly #acts: RunPlan['operator'][number][];
  readonly #resumes = new Map<string, number>();
  #repeats: Event[] = [];
  #firstJob: string | null = null;
  #lastDrop = 0;
  #steps = 0;
  #made = 0;

  /** `calm` ends all mishaps and happenings; it is called when the operator mends everything. */
  constructor(plan: RunPlan, at: Deployments, calm: () => void) {
    this.#plan = plan;
    this.#at = at;
    this.#calm = calm;
    this.#drops = [...plan.drops];
    this.#acts = [...plan.operator];
  }

  /** Throws when the jobs do not come to an end. */
  async carryOut(): Promise<void> {
    for (;;) {
      await this.#uploadDue(false);
      const { apps } = this.#at;
      const busy = apps.filter((app) => !isAtRest(app));
      if (busy.length > 0) await this.#step(busy);
      else if (!(await this.#uploadDue(true)) && !(await this.#operate())) return;
    }
  }

  async #step(busy: readonly InProcess[]): Promise<void> {
    if (this.#steps > MOST_STEPS) throw new Error('the jobs did not come to an end');
    const next = busy.toSorted((a, b) => a.nextAt - b.nextAt)[0]!;
    for (const one of this.#plan.tamperings) {
      if (one.step === this.#steps) tamper(one, next.queues);
    }
    this.#steps += 1;
    await next.step();
  }

  /** Takes the events whose time has come; with nothing else to do, the next one of all. */
  async #uploadDue(now: boolean): Promise<boolean> {
    const [repeat] = this.#repeats;
    if (repeat !== undefined && (now || repeat.step <= this.#steps)) {
      this.#repeats = this.#repeats.slice(1);
      await this.#upload(this.#at.apps[0], repeat);
      return true;
    }
    const [drop] = this.#drops;
    if (drop === undefined || (!now && this.#steps < this.#lastDrop + drop.after)) return false;
    this.#drops.shift();
    this.#lastDrop = this.#steps;
    await this.#drop(drop);
    return true;
  }

  async #drop(drop: Drop): Promise<void> {
    const [app, second] = this.#at.apps;
    const first = app.reports.findLast(({ job }) => job === this.#firstJob) ?? null;
    const quote = quoteFor(drop, this.#plan.rows, first);
    if (quote.rows.length === 0) return;
    this.#made += 1;
    const key = `approved/main/${fileNameOf(drop)}`;
    const source = { bucket: 'quotes', key, versionId: `v${this.#made}`, eTag: '', sequencer: '' };
    const upload = { source, droppedAt: this.#at.clock.now, droppedBy: 'finance' };
    const job = jobIdentity('main', source);
    this.quotes.set(job, quote);
    await this.#upload(app, { upload, quote });
    if (drop.twice) this.#repeats.push({ step: this.#steps + SECOND_EVENT, upload, quote });
    if (this.#firstJob !== null) return;
    this.#firstJob = job;
    if (second !== undefined) await this.#upload(second, { upload, quote });
  }

  /** Comes back more often than any plan lets intake fail. */
  async #upload(app: InProcess, { upload, quote }: Omit<Event, 'step'>): Promise<void> {
    await app.upload(upload, quote).catch(async () => {
      await app.upload(upload, quote);
    });
  }

  /** One act on a suspended job; false where there is none. */
  async #operate(): Promise<boolean> {
    const { apps, sandbox } = this.#at;
    for (const app of apps) {
      const job = app.jobs.all().find(({ status }) => status === 'suspended');
      if (job === undefined) continue;
      const act = this.#acts.shift();
      const acted = act === undefined ? this.#putRight(app, job) : operate(act, job, app, sandbox);
      // What comes too late is refused: the job's time is over, and the next tick ends it.
      await acted.catch(async () => {
        await this.#step([app]);
      });
      return true;
    }
    return false;
  }

  async #putRight(app: InProcess, job: Job): Promise<void> {
    this.#calm();
    mend(this.#at.sandbox);
    const resumes = (this.#resumes.get(job.id) ?? 0) + 1;
    this.#resumes.set(job.id, resumes);
    await (resumes > MOST_RESUMES ? cancel(app, job) : resume(app, job));
  }
}

/**
 * No message and no job that goes on by itself: all are over, or suspended with their interim
 * results written, or wait behind a suspended one.
 */
function isAtRest({ jobs, queues }: InProcess): boolean {
  const all = jobs.all();
  const suspended = all.some(({ status }) => status === 'suspended');
  return (
    queues.waiting.length === 0 &&
    all.every(({ status, interim, epoch }) => {
      if (status === 'suspended') return interim === epoch;
      return isOver(status) || (suspended && status === 'waiting');
    })
  );
}

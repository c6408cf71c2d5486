import { isOver, type Job } from '../../../../shared/jobs/job.ts';
import { progressOf } from '../../../../shared/jobs/job-progress.ts';
import type { JobReader } from '../../local-run/job-reader.ts';
import { plainLines, type ProgressView } from '../../terminal/progress-view.ts';
import { sayWhole } from '../../../../shared/reasons/say.ts';

/** A job that is being followed. */
interface Followed {
  readonly view: ProgressView;
  /** Its state and reason when last told. */
  told: string;
}

/** Tells how the jobs of the accounts go on, a line for each tenth and each change of state. */
export class JobFollower {
  readonly #jobs: JobReader;
  readonly #currencies: ReadonlyMap<string, string>;
  readonly #tell: (line: string) => void;
  readonly #followed = new Map<string, Followed>();

  /** `currencies` by account name. */
  constructor(
    jobs: JobReader,
    currencies: ReadonlyMap<string, string>,
    tell: (line: string) => void,
  ) {
    this.#jobs = jobs;
    this.#currencies = currencies;
    this.#tell = tell;
  }

  /** Looks once at the jobs in the accounts' lines and at those followed before. */
  async look(): Promise<void> {
    const ids = new Set(this.#followed.keys());
    for (const account of this.#currencies.keys()) {
      const { active, waiting } = await this.#jobs.line(account);
      for (const id of [...(active === null ? [] : [active]), ...waiting]) ids.add(id);
    }
    for (const id of ids) await this.#lookAt(id);
  }

  async #lookAt(id: string): Promise<void> {
    const job = await this.#jobs.job(id);
    if (job === null) return;
    // The totals of an interim workbook are out of date once the job is resumed.
    const journals = isOver(job.status) && job.totals !== null ? [] : await this.#jobs.journals(id);
    const currency = this.#currencies.get(job.account) ?? 'USD';
    const followed = this.#follow(job);
    followed.view.show(job.status, progressOf(job, journals, currency));
    const reason = job.reason === null ? '' : sayWhole(job.reason, 'en');
    const told = `${job.status} ${reason}`;
    if (followed.told !== told && job.reason !== null) {
      this.#tell(`${labelOf(job)} ${job.status}: ${reason}`);
    }
    followed.told = told;
    if (isOver(job.status)) this.#followed.delete(id);
  }

  #follow(job: Job): Followed {
    const known = this.#followed.get(job.id);
    if (known !== undefined) return known;
    const view = plainLines((line) => {
      this.#tell(`${labelOf(job)} ${line}`);
    });
    const followed = { view, told: '' };
    this.#followed.set(job.id, followed);
    return followed;
  }
}

function labelOf({ account, name, id }: Job): string {
  return `${account}/${name} (${id})`;
}

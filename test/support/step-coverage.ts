import type { JobStatus } from '../../shared/jobs/job.ts';
import { JOB_TRANSITIONS } from '../../shared/jobs/job-transitions.ts';
import { PERMITTED } from '../../shared/renewal/transitions/steps.ts';
import { type Step, stepText } from '../../shared/renewal/transitions/transition.ts';

const JOB_STEPS: readonly Step[] = JOB_TRANSITIONS.map(({ from, event, to }) => ({
  machine: 'job',
  from,
  event,
  to,
}));

/** Every step that the tables of all machines permit, as text. */
export const ALL_STEPS: readonly string[] = [...PERMITTED, ...JOB_STEPS].map(stepText);

/** The steps that the runs of this process have made, through every in-process deployment. */
export class StepCoverage {
  readonly #seen = new Map<string, number>();

  note(steps: readonly Step[]): void {
    for (const step of steps) {
      const text = stepText(step);
      this.#seen.set(text, (this.#seen.get(text) ?? 0) + 1);
    }
  }

  /** A job's move, whose event its states tell. */
  noteMove(from: JobStatus | 'none', to: JobStatus): void {
    this.note(JOB_STEPS.filter((step) => step.from === from && step.to === to));
  }

  /** Steps of the tables that no run has made. */
  missing(): string[] {
    return ALL_STEPS.filter((step) => !this.#seen.has(step));
  }

  /** `transitions covered: 93 of 98`, and those that are not. */
  told(): string {
    const missing = this.missing();
    const head = `transitions covered: ${ALL_STEPS.length - missing.length} of ${ALL_STEPS.length}`;
    return [head, ...missing.map((step) => `  not: ${step}`)].join('\n');
  }
}

/** What this test process has covered. */
export const COVERED = new StepCoverage();

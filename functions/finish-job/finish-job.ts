import { display } from '../../shared/values/money.ts';
import { isOver, type Job } from '../../shared/jobs/job.ts';
import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { handOver } from '../../shared/jobs/start-job.ts';
import { tellPeople } from '../../shared/jobs/tell-people.ts';
import type { FinishMessage } from '../../shared/ports/dispatch.ts';
import type { FinishEnd, FinishServices } from './finish-services.ts';
import { reportJob, type TriedForm } from './report-job.ts';
import { writeInterim } from './write-interim.ts';

const DONE: FinishEnd = { kind: 'done' };

/** After this many looks at unfinished orders the five-minute tick goes on. */
const MOST_ATTEMPTS = 8;

/**
 * Ends a job: closes its chunks, confirms what was paid, says that it is over, hands the account on,
 * and only then writes the results and tells people, so that neither a workbook nor a topic that
 * fails holds anything up (money rule 12). Each step may be made again, so two messages, or one
 * after a crash, do no harm; `received` counts the deliveries of this one, from 1.
 */
export async function finishJob(
  message: FinishMessage,
  received: number,
  services: FinishServices,
): Promise<FinishEnd> {
  const end = await carryOut(message, received, services);
  if (end.kind === 'done') await tellPeople(message.job, services);
  return end;
}

async function carryOut(
  message: FinishMessage,
  received: number,
  services: FinishServices,
): Promise<FinishEnd> {
  const job = await services.jobs.read(message.job);
  if (job === null) throw new Error(`job ${message.job} is not in the table`);
  switch (message.kind) {
    case 'finish':
      return await finish(job, message.attempt, services);
    case 'interim':
      if (job.status === 'suspended') {
        return await writeInterim(job, message.attempt, received, services);
      }
      return isOver(job.status) ? await report(job, received, services) : DONE;
    case 'aside':
      return job.status === 'running' ? await aside(job, message.chunk, services) : DONE;
    case 'report':
      return isOver(job.status) ? await report(job, received, services) : DONE;
  }
}

async function finish(job: Job, attempt: number, services: FinishServices): Promise<FinishEnd> {
  switch (job.status) {
    case 'planning':
    case 'waiting':
    case 'suspended':
      return DONE;
    case 'running':
      return await finishRunning(job, attempt, services);
    case 'finishing':
      return await end(job, attempt, services);
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      // Whoever ended it broke off at its results: a message of their own counts their tries anew.
      if (job.sheet === 'owed') await askForResults(job, 0, services);
      await handOver(job, services);
      return DONE;
  }
}

/** Puts a chunk aside and counts it, so that the rest of the job goes on and ends. */
async function aside(job: Job, chunk: number, services: FinishServices): Promise<FinishEnd> {
  const seconds = await services.putAside(job, services.settings(job.account), chunk);
  if (seconds !== null) return { kind: 'again', seconds };
  await services.jobs.finishChunk(job.id, chunk);
  const counted = await services.jobs.read(job.id);
  return counted === null ? DONE : await finish(counted, 0, services);
}

/**
 * What is tried at which delivery: a workbook may be what ends each run, as for want of memory, and
 * the files beside it before that.
 */
function formsAt(received: number): readonly TriedForm[] {
  if (received === 1) return ['workbook'];
  if (received === 2) return ['workbook alone'];
  return received <= 5 ? ['rows only'] : ['rows only', 'none'];
}

/** Writes the results of a job that is over: those that are owed, or anew with what was settled. */
async function report(job: Job, received: number, services: FinishServices): Promise<FinishEnd> {
  if (job.planKey === null) {
    // It was rejected before it was planned, so it has no rows. Its own sheet was lost under way.
    if (job.sheet === 'owed') await services.jobs.report(job, { sheet: 'none' });
    return DONE;
  }
  const made = await reportJob(job, job.ending ?? 'done', formsAt(received), services);
  if (made === null) return { kind: 'again', seconds: 60 };
  await services.jobs.report(job, made.written);
  const { sheet, totals } = made.written;
  services.log.info('results written', {
    job: job.id,
    account: job.account,
    sheet,
    paid: totals?.paid.map((sum) => `${display(sum)} ${sum.currency}`).join(', ') ?? 'not known',
    ...totals?.outcomes,
  });
  // Settled on meanwhile: whoever wrote that may have been overwritten by this.
  const now = await services.journals.list(job.id);
  const behind = now.some(({ version }, index) => version !== made.journals[index]?.version);
  return behind ? { kind: 'again', seconds: 1 } : DONE;
}

async function askForResults(
  { id }: Job,
  seconds: number,
  { dispatch }: FinishServices,
): Promise<void> {
  await dispatch.finish({ job: id, kind: 'report' }, seconds);
}

async function finishRunning(
  job: Job,
  attempt: number,
  services: FinishServices,
): Promise<FinishEnd> {
  if (job.finishedChunks.length < job.chunkCount) return DONE;
  const finishing = await services.jobs.move(job.id, {
    from: ['running'],
    to: 'finishing',
    at: services.clock(),
    set: { ending: 'done' },
  });
  return finishing === null ? DONE : await end(finishing, attempt, services);
}

async function end(job: Job, attempt: number, services: FinishServices): Promise<FinishEnd> {
  const closed = await services.closeChunks(job, services.settings(job.account));
  if (!closed) return await lookAgain(job, attempt, services);
  const ending = job.ending ?? 'done';
  const now = services.clock();
  const over = await services.jobs.move(job.id, {
    from: ['finishing'],
    to: ending,
    at: now,
    // Figures of an interim workbook are not those of the end.
    set: { endedAt: now, sheet: 'owed', totals: null },
  });
  services.log.info('job ended', { job: job.id, account: job.account, ending });
  if (over === null) return DONE;
  // Whatever becomes of the next job, this one's people get their results, and the other way round.
  await eachToItsEnd([handOver, reportEnd], async (each) => {
    await each(over, services);
  });
  return DONE;
}

async function reportEnd(job: Job, services: FinishServices): Promise<void> {
  // Closing it has taken this run's time: a run of its own has enough for the audit and the workbook.
  if (services.outOfTime()) {
    await askForResults(job, 0, services);
    return;
  }
  if ((await report(job, 1, services)).kind === 'again') await askForResults(job, 60, services);
}

async function lookAgain(job: Job, attempt: number, services: FinishServices): Promise<FinishEnd> {
  if (attempt < MOST_ATTEMPTS) {
    await services.dispatch.finish(
      { job: job.id, kind: 'finish', attempt: attempt + 1 },
      2 ** Math.min(attempt, 7),
    );
  }
  return DONE;
}

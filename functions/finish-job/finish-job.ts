import { isOver, type Job } from '../../shared/jobs/job.ts';
import { handOver } from '../../shared/jobs/start-job.ts';
import { tellPeople } from '../../shared/jobs/tell-people.ts';
import type { FinishMessage } from '../../shared/ports/dispatch.ts';
import type { FinishEnd, FinishServices } from './finish-services.ts';
import { reportJob } from './report-job.ts';
import { writeInterim } from './write-interim.ts';

const DONE: FinishEnd = { kind: 'done' };

/** After this many looks at unfinished orders the five-minute tick goes on. */
const MOST_ATTEMPTS = 8;

/**
 * Ends a job: closes its chunks, confirms what was paid, writes the results workbook, frees the
 * account, and only then tells people, so that a topic that fails holds nothing up. Each step may be
 * made again, so two messages, or one after a crash, do no harm.
 */
export async function finishJob(
  message: FinishMessage,
  services: FinishServices,
): Promise<FinishEnd> {
  const end = await carryOut(message, services);
  if (end.kind === 'done') await tellPeople(message.job, services);
  return end;
}

async function carryOut(message: FinishMessage, services: FinishServices): Promise<FinishEnd> {
  const job = await services.jobs.read(message.job);
  if (job === null) throw new Error(`job ${message.job} is not in the table`);
  switch (message.kind) {
    case 'finish':
      return await finish(job, message.attempt, services);
    case 'interim':
      if (job.status === 'suspended') return await writeInterim(job, message.attempt, services);
      return isOver(job.status) ? await reportAgain(job, services) : DONE;
    case 'aside':
      return job.status === 'running' ? await aside(job, message.chunk, services) : DONE;
    case 'report':
      return isOver(job.status) ? await reportAgain(job, services) : DONE;
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

/** Writes the workbook of a job that is over once more, with what a person has settled since. */
async function reportAgain(job: Job, services: FinishServices): Promise<FinishEnd> {
  // A file that was rejected before it was planned has no rows to settle.
  if (job.planKey === null) return DONE;
  const { written, journals } = await reportJob(job, job.ending ?? 'done', services);
  await services.jobs.report(job, { ...written, interim: job.interim ?? 0 });
  // Settled on meanwhile: whoever wrote that may have been overwritten by this.
  const now = await services.journals.list(job.id);
  const behind = now.some(({ version }, index) => version !== journals[index]?.version);
  return behind ? { kind: 'again', seconds: 1 } : DONE;
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
  const { written } = await reportJob(job, ending, services);
  const now = services.clock();
  const over = await services.jobs.move(job.id, {
    from: ['finishing'],
    to: ending,
    at: now,
    set: { ...written, endedAt: now },
  });
  services.log.info('job ended', {
    job: job.id,
    account: job.account,
    ending,
    ...written.totals.outcomes,
  });
  if (over !== null) await handOver(over, services);
  return DONE;
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

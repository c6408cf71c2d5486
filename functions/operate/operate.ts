import * as z from 'zod/mini';
import type { Job } from '../../shared/jobs/job.ts';
import { cancelJob } from '../../shared/jobs/cancel-job.ts';
import { redriveJob } from '../../shared/jobs/redrive-job.ts';
import { resumeJob } from '../../shared/jobs/resume-job.ts';
import { settleRows } from '../../shared/jobs/settle-rows.ts';
import { tellPeople } from '../../shared/jobs/tell-people.ts';
import type { OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { type OperateEvent, operateEventSchema } from '../../shared/messages/operate-event.ts';
import { traitsOf } from '../../shared/providers/traits.ts';
import type { ProviderTraits } from '../../shared/renewal/traits.ts';
import { cancelLine, redriveLine, resumeLine, settleLine } from './answer-line.ts';
import { askExport } from './ask-export.ts';
import { findJob } from './find-job.ts';
import { listRows } from './list-rows.ts';
import { listJobs } from './list-jobs.ts';
import type { OperateServices } from './operate-services.ts';
import { showJob } from './show-job.ts';
import { showQueues } from './show-queues.ts';
import { tellJournal } from './tell-journal.ts';

/**
 * Carries out what a person asks of the jobs, and asks for exports. What is wrong with the question is an answer, in one
 * line, and nothing is changed then; only faults throw.
 */
export async function operate(event: unknown, services: OperateServices): Promise<OperateAnswer> {
  const read = z.safeParse(operateEventSchema, event);
  if (!read.success) return { ok: false, line: problemOf(read.error) };
  if (read.data.command === 'list') return await listJobs(read.data.account ?? null, services);
  if (read.data.command === 'export') return await askExport(read.data, services);
  if (read.data.command === 'queues') return await showQueues(services);
  const found = await findJob(read.data.job, services);
  if (found.kind !== 'found') return { ok: false, line: found.line };
  return await operateOn(found.job, read.data, services);
}

type JobEvent = Exclude<OperateEvent, { command: 'list' | 'export' | 'queues' }>;

async function operateOn(
  job: Job,
  event: JobEvent,
  services: OperateServices,
): Promise<OperateAnswer> {
  switch (event.command) {
    case 'status':
      return await showJob(job, services);
    case 'rows':
      return await listRows(job, event, services);
    case 'journal':
      return await tellJournal(job, services);
    case 'resume': {
      const end = await resumeJob(job.id, event.by, services);
      if (end.kind === 'resumed') await tellPeople(job.id, services);
      return { ok: end.kind === 'resumed', line: resumeLine(job, end) };
    }
    case 'cancel': {
      const end = await cancelJob(job.id, event.by, services);
      // No message follows that would tell it.
      if (end.kind === 'cancelled') await tellPeople(job.id, services);
      return {
        ok: end.kind === 'cancelling' || end.kind === 'cancelled',
        line: cancelLine(job, end),
      };
    }
    case 'redrive': {
      const end = await redriveJob(job.id, event.by, services);
      return { ok: end.kind === 'sent' || end.kind === 'results', line: redriveLine(job, end) };
    }
    case 'settle': {
      const end = await settleRows(job.id, event, { ...services, idKey: idKeyOf(job, services) });
      return { ok: end.kind === 'settled', line: settleLine(job, event, end) };
    }
  }
}

/** An account may have left the settings since: then its ids are as they are written. */
function idKeyOf(job: Job, { settings }: OperateServices): ProviderTraits['idKey'] {
  const account = settings.find(({ name }) => name === job.account);
  return account === undefined ? (resourceId) => resourceId : traitsOf(account).idKey;
}

function problemOf({ issues }: z.core.$ZodError): string {
  const [issue] = issues;
  const field = issue?.path.join('.') ?? '';
  const message = issue?.message ?? 'cannot be read';
  return `${field === '' ? 'The request' : `"${field}"`} ${message}.`;
}

import type { InProcess } from './in-process.ts';

/** Resumes the suspended job as the operator would: a new epoch, and its chunks sent again. */
export async function resume(app: InProcess): Promise<void> {
  const { id, epoch, account, chunkCount, finishedChunks } = app.job;
  const moved = await app.jobs.move(id, {
    from: ['suspended'],
    epoch,
    to: 'running',
    set: { epoch: epoch + 1, reason: null },
  });
  if (moved === null) throw new Error(`job ${id} is not suspended`);
  const chunks = Array.from({ length: chunkCount }, (_, chunk) => chunk);
  await app.queues.dispatch.chunks(
    chunks
      .filter((chunk) => !finishedChunks.includes(chunk))
      .map((chunk) => ({ job: id, account, chunk, epoch: epoch + 1, turn: 0 })),
  );
}

/** Cancels the job as the operator would: it finishes, and nothing more of it is paid. */
export async function cancel(app: InProcess): Promise<void> {
  const { id } = app.job;
  const moved = await app.jobs.move(id, {
    from: ['running', 'suspended'],
    to: 'finishing',
    set: { ending: 'cancelled', reason: 'cancelled by a test' },
  });
  if (moved === null) throw new Error(`job ${id} cannot be cancelled`);
  await app.queues.dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
}

import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type HistoryEntry, type Job, OURSELVES } from '../jobs/job.ts';
import { checkMove } from '../jobs/job-transitions.ts';
import { jobSchema } from '../store/job-item.ts';
import { readStored, SHAPES } from '../store/shape.ts';
import type { JobMove, JobStore } from '../ports/stores.ts';
import { JOBS_INDEX } from '../store/jobs-index.ts';
import { isConditionFailed, type Table } from './table.ts';

function keyOf(id: string): { pk: string; sk: string } {
  return { pk: `JOB#${id}`, sk: 'JOB' };
}

function readJob(found: Record<string, unknown>): Job {
  const stored = readStored('job', found);
  const chunks = stored['finishedChunks'];
  const finishedChunks = chunks instanceof Set ? [...chunks] : [];
  const charges = stored['chargesRead'];
  const chargesRead = charges instanceof Set ? [...charges] : [];
  return jobSchema.parse({
    ...stored,
    finishedChunks,
    ...(chargesRead.length === 0 ? {} : { chargesRead }),
  });
}

/** The jobs in DynamoDB. Each change of state is one conditional update, right alone. */
export function openJobStore(table: Table): JobStore {
  const { client, name: TableName } = table;

  async function read(id: string): Promise<Job | null> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item === undefined ? null : readJob(Item);
  }

  async function mustRead(id: string): Promise<Job> {
    const job = await read(id);
    if (job === null) throw new Error(`job ${id} is not in the table`);
    return job;
  }

  /** Sets something unless the job has moved on from that state or epoch: false. */
  async function setWhileUnmoved(
    { id, status, epoch }: Pick<Job, 'id' | 'status' | 'epoch'>,
    changes: string,
    values: Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(id),
          ConditionExpression: '#status = :status AND epoch = :epoch',
          UpdateExpression: `SET ${changes}`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':status': status, ':epoch': epoch, ...values },
        }),
      );
      return true;
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
      return false;
    }
  }

  return {
    read,

    async create(job) {
      const { finishedChunks: _, chargesRead: __, ...stored } = job;
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: {
              ...keyOf(job.id),
              shape: SHAPES.job,
              listed: job.account,
              ...stored,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return job;
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        return await mustRead(job.id);
      }
    },

    async list(account, most) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: JOBS_INDEX,
          KeyConditionExpression: 'listed = :account',
          ExpressionAttributeValues: { ':account': account },
          ScanIndexForward: false,
          Limit: most,
        }),
      );
      return Items.map(readJob);
    },

    async pinPlan(id, plan) {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(id),
            // The plan's key is null until one is pinned.
            ConditionExpression: 'planKey = :none',
            UpdateExpression:
              'SET planKey = :key, #rows = :rows, chunkCount = :chunks, decidedByFile = :byFile' +
              (plan.language === undefined ? '' : ', #language = :language'),
            ExpressionAttributeNames: {
              '#rows': 'rows',
              ...(plan.language !== undefined && { '#language': 'language' }),
            },
            ExpressionAttributeValues: {
              ':none': null,
              ':key': plan.planKey,
              ':rows': plan.rows,
              ...(plan.language !== undefined && { ':language': plan.language }),
              ':chunks': plan.chunkCount,
              ':byFile': plan.decidedByFile,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return readJob(Attributes ?? {});
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        return await mustRead(id);
      }
    },

    async move(id, move) {
      checkMove(move);
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(id),
            ...moveUpdate(move),
            ReturnValues: 'ALL_NEW',
          }),
        );
        return readJob(Attributes ?? {});
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        // The move may be our own, repeated by the client after its answer was lost.
        const job = await read(id);
        return job !== null && alreadyMoved(job, move) ? job : null;
      }
    },

    async note(id, entry) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(id),
          ConditionExpression: 'attribute_exists(pk)',
          UpdateExpression: `SET ${APPEND}`,
          ExpressionAttributeValues: appended(entry),
        }),
      );
    },

    async finishChunk(id, chunk, chargesRead = []) {
      const charges = chargesRead.length === 0 ? null : new Set(chargesRead);
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(id),
          ConditionExpression: 'attribute_exists(pk)',
          UpdateExpression: `ADD finishedChunks :chunk${charges === null ? '' : ', chargesRead :read'}`,
          ExpressionAttributeValues: {
            ':chunk': new Set([chunk]),
            ...(charges === null ? {} : { ':read': charges }),
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return readJob(Attributes ?? {}).finishedChunks.length;
    },

    report: async (job, report) => {
      const given = Object.entries(report).filter(([, value]) => value !== undefined);
      return await setWhileUnmoved(
        job,
        given.map(([name]) => `${name} = :${name}`).join(', '),
        Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
      );
    },

    async markNoticed(job, mark) {
      await setWhileUnmoved(job, 'noticed = :mark', { ':mark': mark });
    },

    async markReminded(job, mark) {
      await setWhileUnmoved(job, 'reminded = :mark', { ':mark': mark });
    },
  };
}

const APPEND = 'history = list_append(if_not_exists(history, :empty), :entries)';

function appended(entry: HistoryEntry): Record<string, unknown> {
  return { ':empty': [], ':entries': [entry] };
}

function alreadyMoved(job: Job, { to, set }: JobMove): boolean {
  return job.status === to && (set?.epoch ?? job.epoch) === job.epoch;
}

function moveUpdate({ from, epoch, to, at, by = OURSELVES, set = {} }: JobMove): {
  ConditionExpression: string;
  UpdateExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
} {
  const states = from.map((state, index) => [`:from${index}`, state] as const);
  const changes = Object.entries({ ...set, status: to });
  const { reason: note = null } = set;
  const entry: HistoryEntry = { at, event: to, by, note };
  const known = '(attribute_not_exists(shape) OR shape <= :shape)';
  const inState = `#status IN (${states.map(([key]) => key).join(', ')}) AND ${known}`;
  return {
    ConditionExpression: epoch === undefined ? inState : `${inState} AND #epoch = :ofEpoch`,
    UpdateExpression: `SET ${changes.map(([key]) => `#${key} = :${key}`).join(', ')}, shape = :shape, ${APPEND}`,
    ExpressionAttributeNames: {
      ...Object.fromEntries(changes.map(([key]) => [`#${key}`, key])),
      ...(epoch === undefined ? {} : { '#epoch': 'epoch' }),
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(states),
      ':shape': SHAPES.job,
      ...Object.fromEntries(changes.map(([key, value]) => [`:${key}`, value])),
      ...appended(entry),
      ...(epoch === undefined ? {} : { ':ofEpoch': epoch }),
    },
  };
}

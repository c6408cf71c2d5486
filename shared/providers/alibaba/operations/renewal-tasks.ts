import type * as z from 'zod/mini';
import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../renewal/readings.ts';
import { integer, text } from '../../wire/fields.ts';
import { together } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { localTime } from '../local-time.ts';
import { readAll } from '../read-all.ts';
import { listOf, shape } from '../shape.ts';
import { ALIBABA } from '../traits.ts';
import { detailsOf } from './read-task.ts';
import { isRenewal, taskReading } from './task-shape.ts';

const task = shape({
  TaskNo: text,
  TaskType: text,
  TaskNum: integer,
  CreateTime: text,
  TaskStatus: text,
  TaskStatusCode: integer,
});
type Task = z.output<typeof task>;
const taskPage = shape({ TotalItemNum: integer, Data: listOf('TaskInfo', task) });

/** The most tasks of a page is NOT FOUND: as many as samples show. */
const PAGE = 20;
const DAY_MS = 86_400_000;

/**
 * Renewal tasks made in a window of time (epoch milliseconds) as orders, those of several domains as
 * one for each; also those of the days around it that are not over, for they may renew yet. The list
 * is cut by days only (Alibaba contract, section 1.3), so that a day more is asked for on either side;
 * its states say only whether a task is over, so each one's details are read.
 */
export async function renewalTasks(
  connection: Connection,
  from: number,
  to: number,
): Promise<Answer<readonly OrderReading[]>> {
  const read = await readAll(connection, {
    api: 'tasks',
    query: { BeginCreateTime: `${from - DAY_MS}`, EndCreateTime: `${to + DAY_MS}` },
    size: PAGE,
    shape: taskPage,
    page: ({ TotalItemNum: total, Data: items }) => ({ total, items }),
    key: ({ TaskNo: number }) => number,
  });
  if (read.kind !== 'done') return read;
  const wanted = read.value.filter(
    (one) => isRenewal(one) && (isOpen(one) || isWithin(one.CreateTime, from, to)),
  );
  return together(
    await Promise.all(wanted.map(async (one) => await ordersOfTask(connection, one))),
  );
}

/** Here other codes stand for the states than in a task's details (section 1.3). */
function isOpen({ TaskStatus: word, TaskStatusCode: code }: Task): boolean {
  return word === null ? code === 1 || code === 2 : word.toUpperCase() !== 'COMPLETE';
}

/** Times are whole seconds: one that begins inside the window's first second belongs to it. */
function isWithin(text: string | null, from: number, to: number): boolean {
  const at = localTime(text);
  return at === null || (at >= Math.floor(from / 1000) * 1000 && at <= to);
}

/** The details of what is over are read once: a job of many domains asks for its days again and again. */
async function ordersOfTask(
  connection: Connection,
  task: Task,
): Promise<Answer<readonly OrderReading[]>> {
  const known = connection.ended.get(task.TaskNo ?? '');
  if (known !== undefined) return { kind: 'done', value: known };
  const read = await partsOf(connection, task);
  if (read.kind !== 'done' || task.TaskNo === null) return read;
  const isOver = read.value.every(({ state }) => state === 'completed' || state === 'cancelled');
  if (isOver) connection.ended.set(task.TaskNo, read.value);
  return read;
}

async function partsOf(
  connection: Connection,
  { TaskNo: task, TaskNum: count, CreateTime: made }: Task,
): Promise<Answer<readonly OrderReading[]>> {
  if (task === null) return { kind: 'unknown', detail: 'a task is shown without its number' };
  const { client, account } = connection;
  const read = await detailsOf(connection, { task, domain: null });
  if (read.kind !== 'done') return read;
  const how = { currency: account.currency, clean: client.clean, createdAt: localTime(made) };
  const domains = new Set(read.value.flatMap(({ DomainName: domain }) => domain ?? []));
  if (domains.size === 0 || (domains.size === 1 && (count ?? 1) <= 1)) {
    return { kind: 'done', value: [taskReading({ task, domain: null }, read.value, how)] };
  }
  const value = [...domains].map((domain) => {
    const own = read.value.filter(({ DomainName: shown }) => shown === domain);
    return taskReading({ task, domain: ALIBABA.idKey(domain) }, own, how);
  });
  return { kind: 'done', value };
}

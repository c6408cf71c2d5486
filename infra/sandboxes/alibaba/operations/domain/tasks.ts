import { z } from 'zod';

import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, readParameters } from '../../gateway/parameters.ts';
import { readAt } from '../../items/as-seen.ts';
import { zonedDay } from '../../provider-time.ts';
import { detailView, isListed, taskView } from '../../tasks/task-view.ts';
import { detailStatus } from '../../tasks/task.ts';
import { pageOf, pagingFields } from './paging.ts';

/** Documented for the details; for the list of tasks it is our choice. */
const MAX_PAGE = 1000;

const detailsSchema = z.object({
  ...pagingFields,
  TaskNo: z.string().min(1),
  TaskStatus: count.pipe(z.literal([0, 1, 2, 3])).optional(),
  DomainName: z.string().optional(),
  InstanceId: z.string().optional(),
});

/** QueryTaskDetailList, its Data in one of three shapes (Alibaba contract, section 1.2). */
export const domainTaskDetails: Operation = (state, { query, now }) => {
  const read = readParameters(detailsSchema, query);
  if (read.kind === 'wrong') return refuse(read.missing ? codeOf(read) : 'ParameterIllegal');
  const asked = read.value;
  if (asked.PageSize > MAX_PAGE) return refuse('ParameterIllegal');
  const at = readAt(state, 'domainTaskDetails', now);
  const task = state.tasks.get(asked.TaskNo);
  const listed = task !== undefined && isListed(task, state.behaviour, at) ? [task] : [];
  const found = listed.flatMap((one) =>
    one.details
      .filter(
        (detail) => (asked.TaskStatus ?? detailStatus(detail, at)) === detailStatus(detail, at),
      )
      .filter(({ domain }) => (asked.DomainName ?? domain) === domain)
      .filter(({ instanceId }) => (asked.InstanceId ?? instanceId) === instanceId)
      .map((detail) => detailView(state, one, detail, at)),
  );
  const { page, fields } = pageOf(found, asked);
  const isSingle = state.behaviour.taskDetailShape === 'single object' && page.length === 1;
  const isBare = state.behaviour.taskDetailShape === 'bare list';
  return succeed({ ...fields, Data: isBare ? page : { TaskDetail: isSingle ? page[0] : page } });
};

const tasksSchema = z.object({
  ...pagingFields,
  BeginCreateTime: count.optional(),
  EndCreateTime: count.optional(),
});

/** QueryTaskList: by whole days in UTC+8, newest first (Alibaba contract, section 1.3). */
export const domainTasks: Operation = (state, { query, now }) => {
  const read = readParameters(tasksSchema, query);
  if (read.kind === 'wrong') return refuse(read.missing ? codeOf(read) : 'ParameterIllegal');
  const { BeginCreateTime: begin, EndCreateTime: end } = read.value;
  if (read.value.PageSize > MAX_PAGE) return refuse('ParameterIllegal');
  const at = readAt(state, 'domainTasks', now);
  const found = [...state.tasks.values()]
    .toReversed()
    .filter((task) => isListed(task, state.behaviour, at))
    .filter(({ createdAt }) => begin === undefined || zonedDay(createdAt) >= zonedDay(begin))
    .filter(({ createdAt }) => end === undefined || zonedDay(createdAt) <= zonedDay(end));
  const { page, fields } = pageOf(found, read.value);
  return succeed({ ...fields, Data: { TaskInfo: page.map((task) => taskView(task, at)) } });
};

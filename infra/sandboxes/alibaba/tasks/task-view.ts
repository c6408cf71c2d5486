import { namedMonthText, zonedText } from '../provider-time.ts';
import type { SandboxState } from '../state.ts';
import { detailStatus, endOf, type Task, type TaskDetail } from './task.ts';

const DETAIL_STATUSES = [
  'WAITING_EXECUTE',
  'EXECUTING',
  'EXECUTE_SUCCESS',
  'EXECUTE_FAILURE',
] as const;

/** Whether reads as of an instant show a task: it is there, and not in the history yet. */
export function isListed(
  task: Task,
  { taskRetentionMs }: SandboxState['behaviour'],
  at: number,
): boolean {
  if (task.createdAt > at) return false;
  return taskRetentionMs === null || at < endOf(task) + taskRetentionMs;
}

function resultOf({ behaviour }: SandboxState, order: string): object {
  switch (behaviour.taskResult) {
    case 'absent':
      return {};
    case 'order id':
      return { TaskResult: order };
    case 'order number':
      return { TaskResult: Number(order) };
    case '12345':
      return { TaskResult: '12345' };
  }
}

/** What ErrorMsg and FailReason say: text in the first is no failure (section 1.2). */
function wordsOf(state: SandboxState, detail: TaskDetail): object {
  const { outcome } = detail;
  const { successInErrorMsg, failReason } = state.behaviour;
  if (outcome === null) return {};
  if (outcome.kind === 'success') {
    const said = successInErrorMsg ? { ErrorMsg: 'The operation is successful.' } : {};
    return { ...said, ...resultOf(state, outcome.order) };
  }
  const { reason } = outcome;
  return {
    ...(failReason === 'in FailReason' ? {} : { ErrorMsg: reason }),
    ...(failReason === 'in ErrorMsg' ? {} : { FailReason: reason }),
  };
}

/** One domain's part of a task as of an instant (Alibaba contract, section 1.2). */
export function detailView(
  state: SandboxState,
  task: Task,
  detail: TaskDetail,
  at: number,
): Record<string, unknown> {
  const status = detailStatus(detail, at);
  const updated = [task.createdAt, detail.startsAt, detail.endsAt, detail.endsAt][status];
  return {
    TaskNo: task.no,
    TaskDetailNo: detail.no,
    TaskType: 'ORDER_RENEW',
    TaskTypeDescription: 'Renew domain name',
    DomainName: detail.domain,
    InstanceId: detail.instanceId,
    TaskStatus: DETAIL_STATUSES[status],
    TaskStatusCode: status,
    ...(status >= 2 ? wordsOf(state, detail) : {}),
    TryCount: status === 0 ? 0 : 1,
    CreateTime: zonedText(task.createdAt),
    UpdateTime: zonedText(updated ?? at),
  };
}

/** A task as QueryTaskList shows it: with other numbers and another date (section 1.3). */
export function taskView(task: Task, at: number): Record<string, unknown> {
  const statuses = task.details.map((detail) => detailStatus(detail, at));
  const isOver = statuses.every((status) => status >= 2);
  const isWaiting = statuses.every((status) => status === 0);
  const [code, status] = isOver
    ? [3, 'COMPLETE']
    : isWaiting
      ? [1, 'WAITING_EXECUTE']
      : [2, 'EXECUTING'];
  return {
    TaskNo: task.no,
    TaskType: 'ORDER_RENEW',
    TaskTypeDescription: 'Renew domain name',
    TaskNum: task.details.length,
    TaskStatus: status,
    TaskStatusCode: code,
    CreateTime: namedMonthText(task.createdAt),
    Clientip: '127.0.0.1',
  };
}

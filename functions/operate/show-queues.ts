import type { OperateAnswer } from '../../shared/messages/operate-answer.ts';
import type { OperateServices } from './operate-services.ts';

/** What waits in the queues, and what was put aside. */
export async function showQueues({
  gauge,
}: Pick<OperateServices, 'gauge'>): Promise<OperateAnswer> {
  const queues = [...(await gauge.count())];
  const sum = (of: (queue: (typeof queues)[number]) => number): number =>
    queues.reduce((total, queue) => total + of(queue), 0);
  const waiting = sum(({ waiting: one, later }) => one + later);
  const dead = sum(({ deadLetters }) => deadLetters);
  const aside =
    dead === 0
      ? 'none was put aside'
      : `${dead} ${dead === 1 ? 'was' : 'were'} put aside: the runbook says what to do`;
  const line = `${waiting === 1 ? '1 message waits' : `${waiting} messages wait`}, ${aside}.`;
  return { ok: true, line, queues };
}

import type * as z from 'zod/mini';
import { zero } from '../../../values/money.ts';
import type { OrderReading } from '../../../renewal/readings.ts';
import type { Refusal } from '../../../renewal/answer.ts';
import { reason } from '../../../reasons/reason.ts';
import { integer, text } from '../../wire/fields.ts';
import type { ProviderText } from '../../wire/provider-text.ts';
import { localTime } from '../local-time.ts';
import { listOf, shape } from '../shape.ts';
import { type TaskName, taskOrderId } from '../task-names.ts';

const detail = shape({
  TaskDetailNo: text,
  DomainName: text,
  TaskType: text,
  TaskStatus: text,
  TaskStatusCode: integer,
  ErrorMsg: text,
  FailReason: text,
  CreateTime: text,
});

/** What became of one domain of a task (Alibaba contract, section 1.2). */
export type TaskDetail = z.output<typeof detail>;

/** A page of them. */
export const detailPage = shape({ TotalItemNum: integer, Data: listOf('TaskDetail', detail) });

/** The only kind of task that renews (section 1.2). */
const RENEWAL = 'ORDER_RENEW';

/** Whether it is about a renewal; one that does not say is taken for it. */
export function isRenewal({ TaskType: type }: { readonly TaskType: string | null }): boolean {
  return type === null || type.toUpperCase() === RENEWAL;
}

/** Words and codes of section 1.2. */
const STATES: ReadonlyMap<string, OrderReading['state']> = new Map([
  ['WAITING_EXECUTE', 'processing'],
  ['EXECUTING', 'processing'],
  ['EXECUTE_SUCCESS', 'completed'],
  ['EXECUTE_FAILURE', 'cancelled'],
]);
const BY_CODE: readonly OrderReading['state'][] = [
  'processing',
  'processing',
  'completed',
  'cancelled',
];

/**
 * Details of a task as one order. It names no amount and proves no payment (section 1.1), so that its
 * charge is not known; a message beside a success means nothing. Details that differ are neither one
 * nor the other, but in process while one of them is, or while none is shown yet.
 */
export function taskReading(
  name: TaskName,
  details: readonly TaskDetail[],
  how: {
    readonly currency: string;
    readonly clean: ProviderText;
    /** Where no detail says it (epoch milliseconds). */
    readonly createdAt?: number | null;
  },
): OrderReading {
  const states = new Set(details.map(stateOf));
  const [only = 'processing'] = states;
  const state = states.has('processing') ? 'processing' : states.size > 1 ? 'other' : only;
  const failed = details.find((one) => stateOf(one) === 'cancelled');
  const nothing = zero(how.currency);
  return {
    id: taskOrderId(name.task, name.domain),
    task: name.task,
    state,
    amount: nothing,
    list: null,
    charged: null,
    most: nothing,
    term: null,
    createdAt: localTime(details[0]?.CreateTime ?? null) ?? how.createdAt ?? null,
    paidAt: null,
    deadline: null,
    userName: null,
    automatic: false,
    starts: null,
    ...(state === 'cancelled' && failed !== undefined
      ? { failure: failureOf(failed, how.clean) }
      : {}),
  };
}

function stateOf({ TaskStatus: word, TaskStatusCode: code }: TaskDetail): OrderReading['state'] {
  return STATES.get(word?.toUpperCase() ?? '') ?? BY_CODE[code ?? -1] ?? 'other';
}

/** Which texts a task that could not be paid has is NOT FOUND: those that speak of money (section 9). */
const ABOUT_MONEY = /balance|payment|insuff|credit|fund|余额|支付|付款|欠费/iu;

function failureOf({ FailReason: why, ErrorMsg: text }: TaskDetail, clean: ProviderText): Refusal {
  const message = clean([...new Set([why, text])].filter((one) => one !== null).join('; '));
  const base = { code: 'EXECUTE_FAILURE', message };
  if (message === '') {
    return { ...base, remedy: 'row', reason: reason('task-failed-without-a-reason') };
  }
  const said = message.replace(/[.。]$/u, '');
  return ABOUT_MONEY.test(message)
    ? { ...base, remedy: 'suspend', reason: reason('task-not-paid', { said }) }
    : { ...base, remedy: 'row', reason: reason('task-failed', { said }) };
}

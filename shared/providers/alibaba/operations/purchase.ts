import type { Purchase, RenewAnswer } from '../../../ports/provider.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { Term } from '../../../values/term.ts';
import { text } from '../../wire/fields.ts';
import { asDone } from '../../wire/read-answer.ts';
import type { Settled } from '../../wire/verdict.ts';
import type { Api } from '../api.ts';
import type { Connection } from '../connection.ts';
import { renewalCall } from '../renewal-call.ts';
import { shape } from '../shape.ts';
import { requestOrderId, taskOrderId } from '../task-names.ts';
import { ALIBABA } from '../traits.ts';

const made = shape({ OrderId: text, TaskNo: text, RequestId: text });
const wrapped = shape({ Data: made });

/** Numbers in what came, up to where it breaks off: one that is not ended by a sign may go on. */
const WRITTEN_ORDER = /"OrderId"\s*:\s*"?(\d+)(?=["\s,}\]])/iu;
const WRITTEN_TASK = /"TaskNo"\s*:\s*"([^"\\]+)"/iu;

/**
 * Renews one instance, or some domains by one task (Alibaba contract, sections 1.1, 2.1 and 3). Spends,
 * and is sent once. What the answer names exists, also where the rest of it says otherwise or breaks
 * off. A call that is answered with neither order nor task is known by its request.
 */
export async function purchase(
  { client, spelled }: Connection,
  resources: readonly Purchase[],
  term: Term,
  token: string,
): Promise<RenewAnswer> {
  const asShown = resources.map((one) => ({
    ...one,
    resourceId: spelled.get(ALIBABA.idKey(one.resourceId)) ?? one.resourceId,
  }));
  const call = renewalCall(asShown, term, token);
  const settled = await client.call(call);
  const orders = ordersIn(settled, call.api, resources);
  const answer = { answer: judged(settled, orders), orders, failed: [] };
  if (orders.length < 2) return answer;
  // Each part of a task is about one domain, in the order of the call.
  return {
    ...answer,
    resources: new Map(orders.map((id, at) => [id, [resources[at]!.resourceId]])),
  };
}

function judged(settled: Settled, orders: readonly string[]): Answer<null> {
  if (settled.kind === 'done' && orders.length === 0) {
    return { kind: 'unknown', detail: 'accepted without a number' };
  }
  return asDone(settled);
}

function ordersIn(settled: Settled, api: Api, resources: readonly Purchase[]): string[] {
  const { order, task, request } = namesIn(settled);
  if (api === 'renewDomain' || api === 'renewDomains') {
    if (task === null) return [];
    const [, ...more] = resources;
    if (more.length === 0) return [taskOrderId(task, null)];
    return resources.map(({ resourceId }) => taskOrderId(task, ALIBABA.idKey(resourceId)));
  }
  if (order !== null) return [order];
  const isDone = settled.kind === 'done' && api === 'renewSwas';
  const [{ resourceId } = { resourceId: '' }] = resources;
  return isDone && request !== null ? [requestOrderId({ request, resourceId })] : [];
}

interface Names {
  readonly order: string | null;
  readonly task: string | null;
  readonly request: string | null;
}

/** Order ids are kept as text, whatever type they have; inside `Data` or beside it (section 2.1). */
function namesIn({ body, text: raw }: Settled): Names {
  const plain = made.safeParse(body);
  const inside = wrapped.safeParse(body);
  const order = inside.success ? inside.data.Data.OrderId : null;
  const task = inside.success ? inside.data.Data.TaskNo : null;
  const beside = plain.success ? plain.data : null;
  return {
    order: order ?? beside?.OrderId ?? WRITTEN_ORDER.exec(raw)?.[1] ?? null,
    task: task ?? beside?.TaskNo ?? WRITTEN_TASK.exec(raw)?.[1] ?? null,
    request: beside?.RequestId ?? null,
  };
}

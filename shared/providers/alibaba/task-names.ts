import { REQUEST, TASK } from '../../reasons/order-words.ts';

/** A renewal task of one domain, or one domain of a task of several, as an order. */
export interface TaskName {
  readonly task: string;
  /** Null: all that is in it. */
  readonly domain: string | null;
}

/** Orders have numbers of digits only (Alibaba contract, section 2.1), tasks have UUIDs (section 1.1). */
const DIGITS = /^\d+$/u;

/** The name under which a task, or its part about one domain, is read as an order. */
export function taskOrderId(task: string, domain: string | null): string {
  const name = DIGITS.test(task) ? `${TASK}${task}` : task;
  return domain === null ? name : `${name}/${domain}`;
}

/** The task that an order's id names; null: it is an order of its own. */
export function taskOf(orderId: string): TaskName | null {
  if (DIGITS.test(orderId) || requestOf(orderId) !== null) return null;
  const [task = '', domain = null] = orderId.replace(TASK, '').split('/');
  return { task, domain };
}

/** What only its request is known of, for its call names no order (section 3). */
export interface RequestName {
  readonly request: string;
  readonly resourceId: string;
}

/** Its name as an order: the request's id, by which the provider's support finds it, and the resource. */
export function requestOrderId({ request, resourceId }: RequestName): string {
  return `${REQUEST}${request}/${resourceId}`;
}

/** The request that an order's id names; null: another thing. */
export function requestOf(orderId: string): RequestName | null {
  if (!orderId.startsWith(REQUEST)) return null;
  const [request = '', ...rest] = orderId.slice(REQUEST.length).split('/');
  return { request, resourceId: rest.join('/') };
}

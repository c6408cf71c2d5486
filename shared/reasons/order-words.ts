import type { Language } from './entry.ts';

/** Begins the name under which a renewal is kept whose call named neither order nor task. */
export const REQUEST = 'request:';
/** Begins the name of a task whose number looks like that of an order. */
export const TASK = 'task:';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\/|$)/iu;

/** Whether an order has a number by which it is found in the provider's console. */
export function hasNumber(order: string): boolean {
  return !order.startsWith(REQUEST);
}

/**
 * An order inside a sentence: its number. Where it has none, that, with the request's id, by which
 * the provider's support finds it, if there was an answer that told one.
 */
export function orderWords(order: string, language: Language): string {
  if (hasNumber(order)) return order;
  const [request = '', ...resource] = order.slice(REQUEST.length).split('/');
  const isTold = resource.length > 0;
  return language === 'en'
    ? `(no number${isTold ? `: request id ${request}` : ''})`
    : `（无编号${isTold ? `：请求ID ${request}` : ''}）`;
}

/** Several orders inside a sentence, as they stand in the outcome of a row: "CS1, CS2". */
export function ordersWords(orders: string, language: Language): string {
  return orders
    .split(', ')
    .map((order) => orderWords(order, language))
    .join(', ');
}

/** The same standing alone under the heading "Order": what is a task says so. */
export function ordersShown(orders: string, language: Language): string {
  return orders
    .split(', ')
    .map((order) => (isTask(order) ? taskWords(order, language) : orderWords(order, language)))
    .join(', ');
}

/** Numbers of tasks are UUIDs or marked as such; no provider's orders are. */
export function isTask(order: string): boolean {
  return order.startsWith(TASK) || UUID.test(order);
}

/** Whether it is the number of an order, and not of a task or a request, which prove no payment. */
export function isOrderNumber(order: string): boolean {
  return hasNumber(order) && !isTask(order);
}

function taskWords(order: string, language: Language): string {
  const task = order.startsWith(TASK) ? order.slice(TASK.length) : order;
  return language === 'en' ? `task ${task}` : `云服务商任务${task}`;
}

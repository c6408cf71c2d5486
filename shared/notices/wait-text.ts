import type { JobWait } from '../jobs/job-waits.ts';

/** What a job waits for, in a few words. */
export function waitText({ kind, orders, resources }: JobWait): string {
  const named = orders.length === 0 ? '' : ` (${orders.slice(0, 5).join(', ')}${more(orders)})`;
  switch (kind) {
    case 'its file to be read':
    case 'its turn':
    case 'the answer to a payment':
    case 'the answer to a renew call':
    case 'orders to be completed':
    case 'orders to be cancelled':
      return `${kind}${named}`;
    case 'a person':
      return 'a person to remove the cause and resume it';
    case 'work in progress':
      return 'what is being done just now';
    case 'an answer':
      return `an answer of the provider${about(orders.length, named, resources)}`;
    case 'the provider':
      return 'the provider, which was busy or does not show something yet, or another job that has a row in hand';
    case 'a chunk that rests':
      return 'the end of the rest of chunks at which every run failed';
    case 'a message':
      return 'its next message';
    case 'its results':
      return 'its results to be written';
  }
}

function more(orders: readonly string[]): string {
  return orders.length > 5 ? `, and ${orders.length - 5} more` : '';
}

function about(orders: number, named: string, resources: number): string {
  const parts = [
    ...(orders === 0 ? [] : [`${orders === 1 ? '1 order' : `${orders} orders`}${named}`]),
    ...(resources === 0 ? [] : [resources === 1 ? '1 resource' : `${resources} resources`]),
  ];
  return parts.length === 0 ? '' : ` about ${parts.join(' and ')}`;
}

/** What the provider said last in place of an answer; nothing where that is not known. */
export function saidText({ said }: JobWait): string {
  return said === null ? '' : ` (last answer: ${said})`;
}

import type { Attention } from '../../shared/jobs/job-attention.ts';
import type { JobWait } from '../../shared/jobs/job-waits.ts';
import { instantText, rowsText } from '../../shared/notices/notice-words.ts';

/** What a job waits for, in a few words. */
export function waitText({ kind, orders }: JobWait): string {
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

/** Why a person should look at a job, in a few words. */
export function attentionText(attention: Attention): string {
  switch (attention.kind) {
    case 'suspended':
      return 'suspended';
    case 'chunks rest':
      return attention.chunks === 1
        ? 'every run at a chunk fails'
        : `every run at ${attention.chunks} chunks fails`;
    case 'no progress':
      return `nothing moved since ${instantText(attention.wait.since)}, it waits for ${waitText(attention.wait)}`;
    case 'approval ends':
      return `its approval ends at ${instantText(attention.validUntil)} with ${rowsText(attention.rows)} open`;
    case 'results lack':
      return 'its results could not be written';
    case 'unsettled':
      return attention.rows === 1
        ? '1 row needs review'
        : `${rowsText(attention.rows)} need review`;
  }
}

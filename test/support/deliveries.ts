import type { Quote } from '../../shared/jobs/quote.ts';
import type { InProcess } from './in-process.ts';
import type { QueuedMessage } from './message-queues.ts';

/** How messages misbehave; deliveries (of uploads, too) are counted from 0 in a whole run. */
export type Misdelivery =
  /** The message comes again at once, or a second worker gets it at the same time. */
  | { readonly kind: 'twice' | 'side by side'; readonly at: number }
  /** Every message comes once more when all jobs are over. */
  | { readonly kind: 'after the end' }
  /** Every message of before a resume comes once more after it. */
  | { readonly kind: 'after a resume' }
  /** The first messages of a queue are lost. */
  | { readonly kind: 'lost'; readonly chunks: number; readonly finish: number };

/** What the deliveries of a run were, and the function that is at work. */
export interface Deliveries {
  readonly count: () => number;
  /** The quotes that were dropped, by the version of their file. */
  readonly quotes: ReadonlyMap<string | null, Quote>;
  /** Which function a port call made now is of. */
  readonly function: () => string;
  /** Repeats what was delivered so far, if it is the time for that. */
  readonly repeat: (moment: 'after the end' | 'after a resume') => Promise<void>;
}

/** Watches over the deliveries of a deployment, and lets them go wrong in one way. */
export function watchDeliveries(app: InProcess, misdelivery: Misdelivery | null): Deliveries {
  const delivered: QueuedMessage[] = [];
  const uploads: (() => Promise<void>)[] = [];
  const quotes = new Map<string | null, Quote>();
  const deliver = app.deliver.bind(app);
  const upload = app.upload.bind(app);
  let count = 0;
  let at = 'tick';
  const lose = { chunks: 0, finish: 0, ...(misdelivery?.kind === 'lost' ? misdelivery : {}) };

  const once = async (name: string, act: () => Promise<void>, again: () => () => Promise<void>) => {
    const mine = count;
    count += 1;
    const hit = misdelivery !== null && 'at' in misdelivery && misdelivery.at === mine;
    at = name;
    if (hit && misdelivery.kind === 'side by side') await Promise.all([act(), again()()]);
    else if (hit) {
      const twin = again();
      await act();
      await twin();
    } else await act();
    at = 'tick';
  };
  app.upload = async (source, quote) => {
    const act = async (): Promise<void> => {
      await upload(source, quote);
    };
    uploads.push(act);
    quotes.set(source.source.versionId, quote);
    await once('intake', act, () => act);
  };
  app.deliver = async (message) => {
    if (lose[message.queue] > 0) {
      lose[message.queue] -= 1;
      app.queues.remove(message);
      return;
    }
    delivered.push(message);
    const name = message.queue === 'chunks' ? 'renew-chunk' : 'finish-job';
    await once(
      name,
      async () => {
        await deliver(message);
      },
      () => {
        app.queues.duplicate(message);
        const twin = app.queues.waiting.at(-1)!;
        return async () => {
          await deliver(twin);
        };
      },
    );
  };
  return {
    quotes,
    count: () => count,
    function: () => at,
    repeat: async (moment) => {
      if (misdelivery?.kind !== moment) return;
      for (const message of delivered) app.queues.duplicate(message);
      if (moment === 'after the end') for (const again of uploads) await again();
    },
  };
}

import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import type { TestClock } from '../support/test-clock.ts';

const TIMEOUT_MS = 20_000;

/**
 * A line for one worker, one request after the other in the order in which they
 * were asked for: calls that are made side by side would arrive in an order that no seed repeats.
 * Each takes so many milliseconds on the fake clock; with `hangs`, one that breaks off takes the HTTP
 * timeout, as if no answer had come.
 */
export function oneByOne(send: Fetch, clock: TestClock, callMs: number, hangs = false): Fetch {
  let last: Promise<unknown> = Promise.resolve();
  return async (url, init) => {
    const answer = last.then(async () => {
      clock.now += callMs;
      const response = await send(url, init).catch((error: unknown) => {
        if (hangs) clock.now += TIMEOUT_MS;
        throw error;
      });
      // Read here, so that the next request does not begin before this answer has come whole.
      return await whole(response);
    });
    last = answer.catch(() => undefined);
    return await answer;
  };
}

/** The response with its body read as far as it comes; one that breaks off breaks off again. */
async function whole(response: Response): Promise<Response> {
  const { status, headers } = response;
  const pieces: Uint8Array[] = [];
  let broken = false;
  try {
    for await (const piece of response.body ?? []) pieces.push(piece);
  } catch {
    broken = true;
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      if (!broken) controller.close();
    },
    pull: (controller) => {
      if (broken) controller.error(new TypeError('terminated'));
    },
  });
  return new Response(status === 204 ? null : body, { status, headers });
}

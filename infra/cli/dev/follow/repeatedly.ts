import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does something again and again, each time when the last has ended and `everyMs` have passed. What
 * it throws is told, each sentence once. The function returned ends that.
 */
export function repeatedly(
  everyMs: number,
  act: () => Promise<void>,
  tell: (line: string) => void,
): () => Promise<void> {
  const ending = new AbortController();
  const told = new Set<string>();
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        await act();
      } catch (error) {
        const { message } = error as Error;
        if (!ending.signal.aborted && !told.has(message)) tell(message);
        told.add(message);
      }
      await pause(everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    ending.abort();
    await running;
  };
}

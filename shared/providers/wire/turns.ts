import pThrottle from 'p-throttle';

/** One turn after another for each API, at most so many in any second. */
export function turnTaker(callsPerSecond: number): (api: string) => Promise<void> {
  const takers = new Map<string, () => Promise<void>>();
  return async (api) => {
    const known = takers.get(api);
    if (known !== undefined) return await known();
    const throttle = pThrottle({ limit: callsPerSecond, interval: 1000, strict: true });
    const taker = throttle(async () => {});
    takers.set(api, taker);
    await taker();
  };
}

import pThrottle from 'p-throttle';

/**
 * One turn after another for each API, at most so many in any second. Only with weights the library
 * counts what was called in the last second; without, whoever calls without a pause is held to even
 * steps, however little it has called.
 */
export function turnTaker(callsPerSecond: number): (api: string) => Promise<void> {
  const takers = new Map<string, () => Promise<void>>();
  return async (api) => {
    const known = takers.get(api);
    if (known !== undefined) return await known();
    const throttle = pThrottle({
      limit: callsPerSecond,
      interval: 1000,
      strict: true,
      weight: () => 1,
    });
    const taker = throttle(async () => {});
    takers.set(api, taker);
    await taker();
  };
}

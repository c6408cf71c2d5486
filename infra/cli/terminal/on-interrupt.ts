/**
 * Calls `act` on Ctrl-C and on a request to end, every time: npm and the terminal may each pass the
 * same Ctrl-C on, and the second must not cut off the orderly end of the first.
 */
export function onInterrupt(act: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, act);
}

/** The exit code of a command that was ended by Ctrl-C. */
export const INTERRUPTED = 130;

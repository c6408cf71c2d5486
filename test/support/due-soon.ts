import { worldResource } from './quote-rows.ts';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
/** Far enough for a job, and near enough to be due. */
const DAYS = 20;

/** The end, in Shanghai, of a day that is some weeks off by the real clock. */
const day = new Date(Date.now() + DAYS * DAY_MS + SHANGHAI_MS).toISOString().slice(0, 10);

/**
 * When resources end in what runs by the real clock: a day that stands in a test would be over once,
 * and with it the test. As quotes write it (Shanghai), and as an instant.
 */
export const DUE_SOON = {
  day,
  text: `${day} 23:59:59`,
  instant: `${day}T15:59:59Z`,
} as const;

/** As {@link worldResource}, for what runs by the real clock. */
export function dueResource(
  position: number,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return worldResource(position, { expires: DUE_SOON.instant, ...more });
}

import { createHash } from 'node:crypto';
import type { InProcess } from '../support/in-process.ts';
import type { WorldLine } from './world-line.ts';

/** What no decision rests on: identities, marks of writes, and what only people read. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'version',
  'nonce',
  'history',
  'createdAt',
  'droppedAt',
  'activeAt',
  'endedAt',
  'owner',
  'by',
  'turn',
  'noticed',
  'source',
  'planKey',
  'resultsKey',
  'totals',
  'why',
  'detail',
]);

/** Ages at which something is decided, in seconds: instants in between are the same. */
const AGES = [
  0, 1, 31, 60, 120, 240, 480, 900, 960, 1200, 1800, 3600, 7200, 86_400, 90_000, 259_200,
] as const;

/** From here on a number is an instant. */
const INSTANTS = 1e12;

/**
 * The canonical form of all that the future of a run depends on, hashed: ids of jobs and writes are
 * left out, instants are how far away they are, the past only as exactly as decisions tell it apart.
 */
export async function stateOf(app: InProcess, line: WorldLine, rest: unknown): Promise<string> {
  const jobs = app.jobs.all();
  const journals = await Promise.all(jobs.map(async ({ id }) => await app.journals.list(id)));
  const account = await app.accounts.read('main');
  const unproved = await app.accounts.unproved('main', '');
  const reports = jobs.map(({ id, status }) => {
    const report = app.reports.findLast((one) => one.job === id);
    return [status, report?.rows.map(({ outcome }) => outcome) ?? null];
  });
  const names = new Map(jobs.map(({ id }, index) => [id, `job ${index}`]));
  const all = {
    jobs,
    journals,
    account,
    unproved,
    reports,
    messages: app.queues.waiting,
    // Its orders have ids that matter, and who made them does.
    world: JSON.stringify(line.state, instants(app.clock.now)),
    rest,
  };
  const near = instants(app.clock.now);
  const text = JSON.stringify(all, (key, value: unknown) => {
    // Numbers of messages; ids of orders tell which is which.
    if (LEFT_OUT.has(key) || (key === 'id' && typeof value === 'number')) return undefined;
    return typeof value === 'string' ? (names.get(value) ?? value) : near(key, value);
  });
  return createHash('sha1').update(text).digest('base64');
}

function instants(now: number): (key: string, value: unknown) => unknown {
  return (_, value) => {
    if (typeof value !== 'number' || value < INSTANTS) return value;
    const seconds = Math.round((value - now) / 1000);
    if (seconds > 0) return `in ${seconds}`;
    return `ago ${AGES.findLast((age) => age <= -seconds)}`;
  };
}

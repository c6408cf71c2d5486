import type { JobReader } from '../../local-run/job-reader.ts';

/**
 * One line on what the last process left under way; null where that is nothing. Its leases stay: a
 * call it made to a provider may still be on its way, and they outlast any call.
 */
export async function tellOpenJobs(
  jobs: JobReader,
  accounts: Iterable<string>,
  now: number,
): Promise<string | null> {
  let open = 0;
  let until = now;
  for (const account of accounts) {
    const { active, waiting } = await jobs.line(account);
    if (active === null) continue;
    open += 1 + waiting.length;
    const leases = (await jobs.journals(active)).map(({ work }) =>
      work.kind === 'leased' ? work.until : now,
    );
    until = Math.max(until, ...leases);
  }
  if (open === 0) return null;
  const seconds = Math.ceil((until - now) / 1000);
  const rest = seconds > 0 ? `, the part that was cut off in ${seconds} s` : '';
  return `Going on with ${open} unfinished ${open === 1 ? 'job' : 'jobs'}${rest}.`;
}

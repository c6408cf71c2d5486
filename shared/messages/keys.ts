/** Folders of the bucket for people. The second part of a path is the account's name. */
export const APPROVED = 'approved/';
export const RESULTS = 'results/';
export const EXPORTS = 'exports/';
/** The machine's own folder. */
export const JOBS = 'jobs/';

/** What a key under `approved/` says: whose it is, and the file's name. */
export interface ApprovedKey {
  /** Null when the file lies directly under `approved/`, which a single account allows. */
  readonly account: string | null;
  /** Without folders and ending. */
  readonly name: string;
  /** With its ending. */
  readonly file: string;
}

/** Reads a decoded key under `approved/`; null for folders and anything else. */
export function readApprovedKey(key: string): ApprovedKey | null {
  if (!key.startsWith(APPROVED) || key.endsWith('/')) return null;
  const parts = key.slice(APPROVED.length).split('/');
  const file = parts.at(-1) ?? '';
  const name = file.replace(/\.[^.]*$/u, '');
  return { account: parts.length > 1 ? (parts[0] ?? null) : null, name: name || file, file };
}

/** `results/<account>/<name>.<job>.results.xlsx` */
export function resultsKey(account: string, name: string, job: string): string {
  return `${RESULTS}${account}/${name}.${job}.results.xlsx`;
}

/** The plan, named by the hash of its own content: it cannot change under a pinned job. */
export function planKey(job: string, hash: string): string {
  return `${JOBS}${job}/plan.${hash}.json`;
}

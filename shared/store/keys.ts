/** Folders of the bucket for people. The second part of a path is the account's name. */
export const APPROVED = 'approved/';
/** What is dropped here is only looked at and priced. */
export const CHECK = 'check/';
export const RESULTS = 'results/';
export const EXPORTS = 'exports/';
/** The machine's own folder. */
export const JOBS = 'jobs/';
/** The pieces of surveys; forgotten with the plans of old jobs. */
export const SURVEYS = `${JOBS}surveys/`;
/** The pieces of dry runs; apart from jobs, whose plans a dry run must not touch. */
export const CHECKS = `${JOBS}checks/`;

/** What the key of a dropped file says: whose it is, and the file's name. */
export interface DroppedKey {
  /** Null when the file lies directly under `approved/` or `check/`, which a single account allows. */
  readonly account: string | null;
  /** Without folders and ending. */
  readonly name: string;
  /** With its ending. */
  readonly file: string;
}

/** Reads a decoded key under one of the folders for dropping; null for folders and anything else. */
export function readDroppedKey(
  key: string,
  folder: typeof APPROVED | typeof CHECK,
): DroppedKey | null {
  if (!key.startsWith(folder) || key.endsWith('/')) return null;
  const parts = key.slice(folder.length).split('/');
  const file = parts.at(-1) ?? '';
  const name = file.replace(/\.[^.]*$/u, '');
  return { account: parts.length > 1 ? (parts[0] ?? null) : null, name: name || file, file };
}

/** The most bytes of UTF-8 that S3 takes as a key. */
const KEY_BYTES = 1024;
/** The most bytes of a folder's name; that of an account in the settings is far shorter. */
const FOLDER_BYTES = 255;

/** `<folder><account>/<name><ending>`, the names cut where S3 would not take so long a key. */
function keyOf(folder: string, account: string, name: string, ending: string): string {
  const start = `${folder}${cut(account, FOLDER_BYTES)}/`;
  return `${start}${cut(name, KEY_BYTES - bytesOf(start) - bytesOf(ending))}${ending}`;
}

/** As many whole signs of the text as have room in so many bytes. */
function cut(text: string, bytes: number): string {
  let room = bytes;
  let kept = '';
  for (const sign of text) {
    room -= bytesOf(sign);
    if (room < 0) return kept;
    kept += sign;
  }
  return kept;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `results/<account>/<name>.<job>.results.xlsx` */
export function resultsKey(account: string, name: string, job: string): string {
  return keyOf(RESULTS, account, name, `.${job}.results.xlsx`);
}

/** `results/<account>/<name>.<job>.results.csv`: the rows alone, where no workbook could be written. */
export function rowsKey(account: string, name: string, job: string): string {
  return keyOf(RESULTS, account, name, `.${job}.results.csv`);
}

/** `results/<account>/<name>.<job>.retry.xlsx`: the rows worth another try, a quote to be dropped. */
export function retryKey(account: string, name: string, job: string): string {
  return keyOf(RESULTS, account, name, `.${job}.retry.xlsx`);
}

/** `results/<account>/<name>.<job>.review.xlsx`: the rows that wait for a person, the step first. */
export function reviewKey(account: string, name: string, job: string): string {
  return keyOf(RESULTS, account, name, `.${job}.review.xlsx`);
}

/** The plan, named by the hash of its own content: it cannot change under a pinned job. */
export function planKey(job: string, hash: string): string {
  return `${JOBS}${job}/plan.${hash}.json`;
}

/** `results/<account>/<name>.<check>.check.xlsx`: what would happen to a file. */
export function checkKey(account: string, name: string, check: string): string {
  return keyOf(RESULTS, account, name, `.${check}.check.xlsx`);
}

/** A piece of a dry run that is done. */
export function checkPieceKey(check: string, piece: number): string {
  return `${CHECKS}${check}/piece.${piece}.json`;
}

/** What a dry run came to, for programs. */
export function checkAnswerKey(check: string): string {
  return `${CHECKS}${check}/answer.json`;
}

/** `exports/<account>/<name>-repriced.xlsx`: the rows of a file at today's prices. */
export function repricedKey(account: string, name: string): string {
  return keyOf(EXPORTS, account, name.replace(/-repriced$/u, ''), '-repriced.xlsx');
}

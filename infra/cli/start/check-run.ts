import type { Totals } from '../../../shared/renewal/books/books.ts';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pc from 'picocolors';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Money } from '../../../shared/values/money.ts';
import {
  type CheckAnswer,
  type CheckState,
  readCheckAnswer,
} from '../../../shared/messages/check-answer.ts';
import { sayWhole } from '../../../shared/reasons/say.ts';
import { checkAnswerKey, RESULTS } from '../../../shared/store/keys.ts';
import { amountsText } from '../terminal/amounts-text.ts';
import { amountsIn } from '../terminal/job-answer.ts';
import { outcomesText } from '../terminal/progress-view.ts';
import { asTyped, userPath } from '../terminal/user-path.ts';

/** The one line of `--check --json`. Amounts per currency, with at least two fraction digits. */
export interface CheckRunAnswer {
  readonly checkId: string;
  readonly state: CheckState;
  /** Why it would be rejected or suspended. */
  readonly reason: string | null;
  readonly rows: number;
  /** Rows by the outcome that is to be expected. */
  readonly outcomes: Totals['outcomes'];
  readonly approved: Amounts;
  /** What the rows that would be renewed cost today. */
  readonly needed: Amounts;
  /** Null: the account has no balance of its own, or it could not be read. */
  readonly balance: Amounts | null;
  /** Null: nothing is missing, or it is not known. */
  readonly missing: Amounts | null;
  /** Absolute path of the check workbook. */
  readonly results: string;
  /** Absolute path of the fresh quote; null where every price is still today's. */
  readonly repriced: string | null;
}

type Amounts = Readonly<Record<string, string>>;

const LOOK_EVERY_MS = 200;

/** A cloud's bucket, as far as a dry run needs it. */
export interface CheckBucket {
  /** Drops a file under `check/<account>/`. */
  readonly check: (account: string, file: string, bytes: Uint8Array) => Promise<void>;
  readonly keys: (prefix: string) => Promise<readonly string[]>;
  readonly readObject: (key: string) => Promise<Uint8Array>;
}

/** A file to be checked, for an account, and the folder that the workbooks go to. */
export interface CheckWish {
  /** The account's name. */
  readonly account: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly out: string;
}

/**
 * Drops the file under `check/`, waits for its workbook and copies it, and a fresh quote, to a
 * folder. `fault` gives the sentence that ends the wait.
 */
export async function carryOutCheck(
  { account, file, out }: CheckWish,
  bucket: CheckBucket,
  fault: () => string | null,
): Promise<CheckRunAnswer> {
  const folder = `${RESULTS}${account}/`;
  const before = new Set(await bucket.keys(folder));
  await bucket.check(account, file.name, file.bytes);
  const key = await waitFor(bucket, folder, before, fault);
  const [id = ''] = key.split('.').slice(-3);
  const found = readCheckAnswer(await bucket.readObject(checkAnswerKey(id)));
  const copy = async (from: string, name: string): Promise<string> => {
    const path = join(userPath(out), name);
    writeFileAtomic(path, Buffer.from(await bucket.readObject(from)));
    return path;
  };
  const { resultsKey, repricedKey } = found;
  const name = file.name.replace(/\.[^.]+$/u, '');
  return {
    ...figures(found),
    results: await copy(resultsKey, `${name}.check.xlsx`),
    repriced: repricedKey === null ? null : await copy(repricedKey, repricedKey.split('/').at(-1)!),
  };
}

function one(money: Money | null): Amounts | null {
  return money === null ? null : amountsIn([money], money.currency);
}

function figures(found: CheckAnswer): Omit<CheckRunAnswer, 'results' | 'repriced'> {
  const { id: checkId, state, reason, rows, outcomes, needed } = found;
  const currency = needed[0]?.currency ?? 'USD';
  return {
    checkId,
    state,
    reason: reason === null ? null : sayWhole(reason, 'en'),
    rows,
    outcomes,
    approved: amountsIn(found.approved, currency),
    needed: amountsIn(needed, currency),
    balance: one(found.balance),
    missing: one(found.missing),
  };
}

async function waitFor(
  bucket: CheckBucket,
  folder: string,
  before: ReadonlySet<string>,
  fault: () => string | null,
): Promise<string> {
  for (;;) {
    const key = (await bucket.keys(folder)).find(
      (each) => each.endsWith('.check.xlsx') && !before.has(each),
    );
    if (key !== undefined) return key;
    const problem = fault();
    if (problem !== null) throw new Error(problem);
    await pause(LOOK_EVERY_MS);
  }
}

function headline({ state, reason, missing }: CheckRunAnswer): string {
  const why = reason === null ? '' : ` ${reason}`;
  switch (state) {
    case 'would run':
      return missing === null
        ? 'It would be carried out.'
        : 'It would be carried out until the balance is used up, and suspended then.';
    case 'would be rejected':
      return `It would be rejected.${why}`;
    case 'would be suspended':
      return `It would be suspended.${why}`;
    case 'not known':
      return `What would happen is not known.${why}`;
  }
}

/** What a person reads at the end of a dry run. */
export function checkText(answer: CheckRunAnswer): string {
  const { rows, outcomes, approved, needed, balance, missing, repriced } = answer;
  const has =
    balance === null ? 'the balance is not known' : `the balance is ${amountsText(balance)}`;
  const short = missing === null ? '' : `, ${amountsText(missing)} would be missing`;
  const lines = [
    '',
    pc.bold('Dry run: nothing was ordered or paid.'),
    headline(answer),
    `${rows} rows, expected: ${outcomesText({ outcomes, waiting: 0 }) || 'none'}`,
    `In the file ${amountsText(approved)}; would be paid ${amountsText(needed)}; ${has}${short}.`,
    ...(repriced === null ? [] : [`Fresh quote at today's prices: ${asTyped(repriced)}`]),
    `Results: ${asTyped(answer.results)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The exit code of `npm start -- --check`: as if the file had been carried out. */
export function checkExitCode(state: CheckState): number {
  switch (state) {
    case 'would run':
      return 0;
    case 'would be rejected':
      return 2;
    case 'would be suspended':
      return 3;
    case 'not known':
      return 1;
  }
}

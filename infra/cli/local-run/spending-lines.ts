import type { Account } from '../../../shared/settings/account.ts';
import type { QuoteReading } from '../../../shared/jobs/quote.ts';
import { addTo } from '../../../shared/renewal/books/books.ts';
import { moneyText, rowsText } from '../../../shared/notices/notice-words.ts';
import { sayWhole } from '../../../shared/reasons/say.ts';
import type { Money } from '../../../shared/values/money.ts';
import { plainText } from '../terminal/plain-text.ts';

/** A quote, and the account that it is for. */
export interface NamedQuote {
  readonly account: Account;
  /** The file's name. */
  readonly file: string;
  readonly reading: QuoteReading;
}

function where({ name, endpoint }: Account): string {
  return `account ${name} at ${endpoint}`;
}

/** "220 of 241 rows, approved 50000.00 USD". */
function figures(reading: QuoteReading): string {
  if (reading.kind === 'rejected') {
    return `it will be rejected, so nothing is paid: ${sayWhole(reading.reason, 'en')}`;
  }
  const { rows } = reading.quote;
  const payable = rows.filter(({ verdict }) => verdict === null);
  let approved: Money[] = [];
  for (const row of payable) if (row.approved !== null) approved = addTo(approved, row.approved);
  const sum = payable.length === 0 ? '' : `, approved ${moneyText(approved)}`;
  return `${payable.length} of ${rowsText(rows.length)} to be paid${sum}`;
}

/** The first line where one file is carried out, or only checked, with a real account. */
export function realMoneyLine({ account, file, reading }: NamedQuote, check: boolean): string {
  const head = check ? 'REAL ACCOUNT, dry run, nothing is paid' : 'REAL MONEY';
  return oneLine(`${head}: ${where(account)}, ${file}: ${figures(reading)}`);
}

/** The first line of a cloud that stays up and works with real accounts. */
export function realAccountsLine(accounts: readonly Account[]): string {
  const all = accounts.map(where).join(', ');
  return oneLine(
    `REAL MONEY: ${all}: every file that is dropped is paid for, and so is what the last start has left unfinished`,
  );
}

/** The first line where the sandbox stands in for the accounts. */
export function sandboxLine(accounts: readonly Account[]): string {
  return oneLine(`SANDBOX: ${accounts.map(where).join(', ')}; no real money`);
}

function oneLine(text: string): string {
  return `${plainText(text).replace(/\.$/u, '')}.`;
}

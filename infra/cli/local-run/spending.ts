import type { Account } from '../../../shared/settings/account.ts';
import { UserMistake } from '../terminal/user-mistake.ts';

/** Whoever sits at the terminal. */
export interface Person {
  /** Shows a line, before anything else. */
  readonly tell: (line: string) => void;
  /** Asks, and resolves with what was typed, "" where nothing was; null: nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** What is asked of a person before real accounts are paid from. */
export interface SpendingQuestion {
  /** What will be paid from which account, in one line that begins with REAL MONEY. */
  readonly line: string;
  /** Said so on the command line already, with `--yes`. */
  readonly yes: boolean;
}

/** A person has agreed that real accounts are paid from. There is no other way to make one. */
export class Agreed {
  readonly kind = 'agreed';

  // Private: only a person's yes makes one.
  private constructor() {}

  /**
   * Tells what will be paid and asks, unless `--yes` said so. Throws {@link UserMistake} where a
   * person says anything but yes, and where nobody can be asked; nothing has been sent then.
   */
  static async by({ tell, ask }: Person, { line, yes }: SpendingQuestion): Promise<Agreed> {
    tell(line);
    if (yes) return new Agreed();
    if (ask === null) {
      throw new UserMistake(
        'Nothing was sent: without a terminal to ask at, real accounts need --yes.',
      );
    }
    const answer = await ask('Type "yes" to pay from it, anything else to leave it: ');
    if (answer.trim().toLowerCase() === 'yes') return new Agreed();
    throw new UserMistake('Nothing was sent.');
  }
}

/** Whom a local run may pay: nobody real, nobody at all, or whoever a person has agreed to. */
export type Spending = { readonly kind: 'sandbox' } | { readonly kind: 'dry run' } | Agreed;

/** The sandbox listens on this machine, and nothing else of ours does. */
function isOfThisMachine({ endpoint }: Account): boolean {
  if (endpoint === null) return false;
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname);
}

/**
 * Stands before every local cloud that is brought up, whichever command does it. Throws where an
 * account has an endpoint outside of this machine and nobody has agreed to pay from it.
 */
export function checkSpending(accounts: readonly Account[], spending: Spending): void {
  if (spending.kind !== 'sandbox') return;
  const real = accounts.find((account) => !isOfThisMachine(account));
  if (real === undefined) return;
  throw new Error(
    `account ${real.name} is real (${real.endpoint ?? real.provider}), and nobody has agreed to pay`,
  );
}

import type { Reason } from '../reasons/reason.ts';

/** One active job per account; the others wait in line. */
export interface AccountState {
  readonly account: string;
  readonly active: string | null;
  readonly waiting: readonly string[];
  /** Ids per renew call, learnt from the provider's answers (money rule 6). */
  readonly rung: number;
  /** Why nothing more is paid for the account until a person has looked; absent: nothing is wrong. */
  readonly held?: Reason | undefined;
}
